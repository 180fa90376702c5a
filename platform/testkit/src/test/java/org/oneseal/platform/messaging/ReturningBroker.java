package org.oneseal.platform.messaging;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.message.ApiVersionsResponseData;
import org.apache.kafka.common.message.InitProducerIdResponseData;
import org.apache.kafka.common.message.MetadataResponseData;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseBroker;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponsePartition;
import org.apache.kafka.common.message.MetadataResponseData.MetadataResponseTopic;
import org.apache.kafka.common.message.ProduceRequestData.PartitionProduceData;
import org.apache.kafka.common.message.ProduceRequestData.TopicProduceData;
import org.apache.kafka.common.message.ProduceResponseData;
import org.apache.kafka.common.message.ProduceResponseData.PartitionProduceResponse;
import org.apache.kafka.common.message.ProduceResponseData.TopicProduceResponse;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.ApiMessage;
import org.apache.kafka.common.protocol.ByteBufferAccessor;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.Records;
import org.apache.kafka.common.requests.AbstractRequest;
import org.apache.kafka.common.requests.ApiVersionsRequest;
import org.apache.kafka.common.requests.ApiVersionsResponse;
import org.apache.kafka.common.requests.InitProducerIdRequest;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.ProduceRequest;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.requests.RequestUtils;
import org.apache.kafka.common.requests.ResponseHeader;
import org.apache.kafka.common.utils.Utils;

/**
 * A broker that has just come back: it refuses the first request to write, not yet being leader,
 * and takes all that follow. A real one does so for a moment that no test can choose; this one
 * speaks as much of Kafka's protocol as one producer of one topic with one partition needs, and
 * keeps values, not logs.
 */
final class ReturningBroker implements AutoCloseable {

    private static final int ID = 1;

    /** For how long the first request waits for a second behind it, which may never come. */
    private static final int HELD_MILLIS = 500;

    private final String topic;
    private final Uuid topicId = Uuid.randomUuid();
    private final ServerSocket server;
    private final CountDownLatch twoCame = new CountDownLatch(2);
    private final AtomicInteger writes = new AtomicInteger();
    private final List<byte[]> taken = new CopyOnWriteArrayList<>();

    ReturningBroker(String topic) throws IOException {
        this.topic = topic;
        server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return host() + ":" + server.getLocalPort();
    }

    /** What it took, in the order in which it took it; what was sent twice is here twice. */
    List<byte[]> taken() {
        return List.copyOf(taken);
    }

    /** Requests to write that it answered, the refused one among them. */
    int writes() {
        return writes.get();
    }

    /** Admits nobody any more; a connection ends with its client. */
    @Override
    public void close() throws IOException {
        server.close();
    }

    private String host() {
        return server.getInetAddress().getHostAddress();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException _) {
            // closed
        }
    }

    /** Goes on reading while an answer is held; answers leave in the order of their requests. */
    private void serve(Socket client) {
        try (client;
                var answers = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory())) {
            var in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            OutputStream out = client.getOutputStream();
            while (true) {
                byte[] bytes = new byte[in.readInt()];
                in.readFully(bytes);
                ByteBuffer request = ByteBuffer.wrap(bytes);
                RequestHeader header = RequestHeader.parse(request);
                if (header.apiKey() == ApiKeys.PRODUCE) twoCame.countDown();
                answers.execute(() -> answer(header, request, out));
            }
        } catch (IOException _) {
            // the client has gone
        }
    }

    private void answer(RequestHeader header, ByteBuffer body, OutputStream out) {
        AbstractRequest request =
                AbstractRequest.parseRequest(
                                header.apiKey(), header.apiVersion(), new ByteBufferAccessor(body))
                        .request;
        ResponseHeader head = header.toResponseHeader();
        ByteBuffer answer =
                RequestUtils.serialize(
                        head.data(), head.headerVersion(), answer(request), header.apiVersion());
        ByteBuffer framed = ByteBuffer.allocate(Integer.BYTES + answer.remaining());
        framed.putInt(answer.remaining()).put(answer);
        try {
            out.write(framed.array());
        } catch (IOException _) {
            // the client has gone
        }
    }

    private ApiMessage answer(AbstractRequest request) {
        return switch (request) {
            case ApiVersionsRequest _ -> versions();
            case MetadataRequest _ -> metadata();
            case InitProducerIdRequest _ ->
                    new InitProducerIdResponseData().setProducerId(1).setProducerEpoch((short) 0);
            case ProduceRequest write -> write(write);
            default -> throw new IllegalArgumentException("not known: " + request);
        };
    }

    private static ApiVersionsResponseData versions() {
        var known = new ApiVersionsResponseData.ApiVersionCollection();
        List.of(ApiKeys.API_VERSIONS, ApiKeys.METADATA, ApiKeys.INIT_PRODUCER_ID, ApiKeys.PRODUCE)
                .forEach(key -> known.add(ApiVersionsResponse.toApiVersion(key)));
        return new ApiVersionsResponseData().setApiKeys(known);
    }

    private MetadataResponseData metadata() {
        var answer = new MetadataResponseData().setClusterId("returning").setControllerId(ID);
        answer.brokers()
                .add(
                        new MetadataResponseBroker()
                                .setNodeId(ID)
                                .setHost(host())
                                .setPort(server.getLocalPort()));
        answer.topics()
                .add(
                        new MetadataResponseTopic()
                                .setName(topic)
                                .setTopicId(topicId)
                                .setPartitions(
                                        List.of(
                                                new MetadataResponsePartition()
                                                        .setPartitionIndex(0)
                                                        .setLeaderId(ID)
                                                        .setLeaderEpoch(1)
                                                        .setReplicaNodes(List.of(ID))
                                                        .setIsrNodes(List.of(ID)))));
        return answer;
    }

    private ProduceResponseData write(ProduceRequest request) {
        Errors outcome = Errors.NONE;
        if (writes.getAndIncrement() == 0) {
            awaitSecond();
            outcome = Errors.NOT_LEADER_OR_FOLLOWER;
        }
        var answer = new ProduceResponseData();
        for (TopicProduceData one : request.data().topicData()) {
            var partitions = new TopicProduceResponse().setName(one.name());
            for (PartitionProduceData data : one.partitionData()) {
                partitions
                        .partitionResponses()
                        .add(new PartitionProduceResponse().setErrorCode(outcome.code()));
                if (outcome == Errors.NONE) take((Records) data.records());
            }
            answer.responses().add(partitions.setTopicId(one.topicId()));
        }
        return answer;
    }

    private void take(Records records) {
        for (Record one : records.records()) taken.add(Utils.toArray(one.value()));
    }

    private void awaitSecond() {
        try {
            twoCame.await(HELD_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
