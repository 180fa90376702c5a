package org.oneseal.cases.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.oneseal.cases.exchange.Envelope;
import org.oneseal.cases.exchange.FeedOffsets;
import org.oneseal.cases.exchange.FeedOffsets.Place;
import org.oneseal.cases.exchange.Source;
import org.oneseal.cases.exchange.TakeFeed;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.web.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what stands in the topics of sources: a poll in one transaction together with the offsets,
 * and one by one where that fails, so that one message that cannot be handled stops no other.
 */
final class FeedRecords {

    private static final Logger log = LoggerFactory.getLogger(FeedRecords.class);
    private static final String PATH = "TOPIC";

    private final TakeFeed takeFeed;
    private final FeedOffsets offsets;
    private final TransactionTemplate transactions;
    private final InstantSource time;
    private final TopicIds topicIds;

    FeedRecords(
            TakeFeed takeFeed,
            FeedOffsets offsets,
            TransactionTemplate transactions,
            InstantSource time,
            TopicIds topicIds) {
        this.takeFeed = takeFeed;
        this.offsets = offsets;
        this.transactions = transactions;
        this.time = time;
        this.topicIds = topicIds;
    }

    /** Records of one source that may be taken now. */
    record Taking(Source source, List<ConsumerRecord<byte[], byte[]>> records) {}

    /**
     * Every record is taken or kept with the rejections afterwards.
     *
     * @throws RuntimeException for faults of the surroundings: nothing was taken then that is not
     *     stored together with its offset
     */
    void take(List<Taking> takings) {
        try {
            transactions.executeWithoutResult(_ -> takings.forEach(this::takeOf));
        } catch (RuntimeException e) {
            if (isPassing(e)) throw e;
            log.warn("a batch of feeds failed, one by one now", e);
            takings.forEach(this::takeOneByOne);
        }
    }

    private void takeOf(Taking taking) {
        Map<Place, Long> next =
                new HashMap<>(offsets.lock(taking.records().stream().map(this::place).toList()));
        List<Envelope> fresh = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : taking.records()) {
            Place place = place(record);
            if (record.offset() < next.getOrDefault(place, 0L)) continue;
            fresh.add(envelope(record));
            next.put(place, record.offset() + 1);
        }
        if (fresh.isEmpty()) return;
        takeFeed.take(taking.source(), PATH, fresh, time.instant());
        offsets.store(next);
    }

    /** What makes the handling fail is kept with the rejections and stops nobody else. */
    private void takeOneByOne(Taking taking) {
        for (ConsumerRecord<byte[], byte[]> record : taking.records()) {
            Taking one = new Taking(taking.source(), List.of(record));
            try {
                transactions.executeWithoutResult(_ -> takeOf(one));
            } catch (RuntimeException e) {
                if (isPassing(e)) throw e;
                log.error("a message of {} cannot be handled", taking.source().code(), e);
                Instant now = time.instant();
                transactions.executeWithoutResult(
                        _ -> {
                            Place place = place(record);
                            Long next = offsets.lock(List.of(place)).get(place);
                            if (next != null && record.offset() < next) return;
                            takeFeed.setAside(
                                    taking.source(),
                                    PATH,
                                    envelope(record),
                                    List.of(Objection.of("feed-not-handled")),
                                    now);
                            offsets.store(Map.of(place, record.offset() + 1));
                        });
            }
        }
    }

    private Place place(ConsumerRecord<?, ?> record) {
        return topicIds.place(record.topic(), record.partition());
    }

    private static Envelope envelope(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (Header header : record.headers()) {
            if (header.key().startsWith("ce_") && header.value() != null) {
                attributes.put(
                        header.key().substring(3),
                        new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        if (record.key() != null) {
            attributes.put("key", new String(record.key(), StandardCharsets.UTF_8));
        }
        // On a topic the source has to name itself; over HTTP its token does.
        attributes.putIfAbsent("source", "");
        return new Envelope(attributes, record.value() == null ? new byte[0] : record.value());
    }

    /** Faults of the surroundings: everything is tried again from the stored offsets. */
    private static boolean isPassing(RuntimeException e) {
        return e instanceof Unavailable
                || e instanceof TransientDataAccessException
                || e instanceof DataAccessResourceFailureException
                || e instanceof TransactionException;
    }
}
