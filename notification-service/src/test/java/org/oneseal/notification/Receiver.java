package org.oneseal.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * A department's own system, as the README tells it to be: it verifies each call by key id, and
 * acts on an id once.
 */
final class Receiver implements AutoCloseable {

    /** A call that was verified. */
    record Call(String id, String key, long sequence, String type, String body, int answered) {}

    final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    final ConcurrentLinkedQueue<Call> calls = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> effects = new ConcurrentLinkedQueue<>();
    final ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
    private final java.util.Set<String> seen = ConcurrentHashMap.newKeySet();
    private final HttpServer server;

    /**
     * What to answer; 2xx counts as taken, and so does a negative status whose answer gets lost.
     */
    volatile Function<Call, Integer> answer = _ -> 204;

    volatile Map<String, String> answerHeaders = Map.of();

    /** Signatures older or newer than this, against its own clock, are refused. */
    volatile Instant now = Instant.EPOCH;

    volatile long tolerance = Long.MAX_VALUE;

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/events";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            TreeMap<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach((n, v) -> headers.put(n.toLowerCase(Locale.ROOT), v.getFirst()));
            List<String> signatures =
                    Objects.requireNonNullElse(
                            exchange.getRequestHeaders().get("OneSeal-Signature"), List.of());
            int status = 401;
            if (verified(signatures, headers, body)) {
                status = handle(headers, new String(body, StandardCharsets.UTF_8));
            } else {
                refusals.add(String.valueOf(headers.get("ce-id")));
            }
            answerHeaders.forEach((n, v) -> exchange.getResponseHeaders().add(n, v));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private synchronized int handle(Map<String, String> headers, String body) {
        boolean binary = headers.containsKey("ce-id");
        var event = JsonMapper.shared().readTree(body);
        Call call =
                new Call(
                        binary ? text(headers, "ce-id") : event.path("id").asString(),
                        binary
                                ? text(headers, "ce-partitionkey")
                                : event.path("partitionkey").asString(),
                        Long.parseLong(
                                binary
                                        ? text(headers, "ce-sequence")
                                        : event.path("sequence").asString()),
                        binary ? text(headers, "ce-type") : event.path("type").asString(),
                        body,
                        0);
        int status = answer.apply(call);
        calls.add(
                new Call(
                        call.id(),
                        call.key(),
                        call.sequence(),
                        call.type(),
                        body,
                        Math.abs(status)));
        if (status < 300 && seen.add(call.id())) effects.add(call.id());
        return Math.abs(status);
    }

    /** One good signature by a key we know is enough. */
    boolean verified(List<String> signatures, TreeMap<String, String> headers, byte[] body) {
        for (String signature : signatures) {
            Map<String, String> parts = new TreeMap<>();
            for (String part : signature.split(",\\s*")) {
                String[] pair = part.split("=", 2);
                parts.put(pair[0], pair[1]);
            }
            byte[] secret = keys.get(String.valueOf(parts.get("keyid")));
            if (secret == null) continue;
            long time = Long.parseLong(String.valueOf(parts.get("t")));
            if (Math.abs(time - now.getEpochSecond()) > tolerance) continue;
            byte[] told = HexFormat.of().parseHex(String.valueOf(parts.get("sha256")));
            if (MessageDigest.isEqual(hmac(secret, time, headers, body), told)) return true;
        }
        return false;
    }

    private static byte[] hmac(
            byte[] secret, long time, TreeMap<String, String> headers, byte[] body) {
        StringBuilder signed = new StringBuilder().append(time).append('\n');
        headers.forEach(
                (name, value) -> {
                    if (name.startsWith("ce-")) {
                        signed.append(name).append(':').append(value).append('\n');
                    }
                });
        signed.append('\n');
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(signed.toString().getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Map<String, String> headers, String name) {
        return URLDecoder.decode(
                String.valueOf(headers.get(name)).replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
