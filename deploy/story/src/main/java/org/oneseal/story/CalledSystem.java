package org.oneseal.story;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A department's own system as a webhook calls it: it takes an event when the signature holds,
 * answers 401 otherwise, and knows an event that comes again.
 */
public final class CalledSystem implements AutoCloseable {

    public static final String KEY = "demo-key-1";

    private final byte[] secret = new byte[32];
    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();

    /** An event as it was brought: id, type without the platform's prefix, subject. */
    public record Call(String id, String type, String subject) {}

    public CalledSystem() throws IOException {
        new SecureRandom().nextBytes(secret);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/events", this::take);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/events";
    }

    /** Base64, as it is registered. */
    public String secret() {
        return Base64.getEncoder().encodeToString(secret);
    }

    /** What was taken, each event once, in order. */
    public List<Call> calls() {
        Map<String, Call> once = new LinkedHashMap<>();
        calls.forEach(call -> once.putIfAbsent(call.id(), call));
        return List.copyOf(once.values());
    }

    /** Calls whose signature did not hold. */
    public int refused() {
        return refused.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders()
                    .forEach(
                            (name, values) ->
                                    headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            byte[] body = exchange.getRequestBody().readAllBytes();
            List<String> signatures =
                    exchange.getRequestHeaders().getOrDefault("Oneseal-signature", List.of());
            boolean holds = signatures.stream().anyMatch(s -> holds(s, headers, body));
            if (holds) {
                calls.add(
                        new Call(
                                headers.getOrDefault("ce-id", ""),
                                headers.getOrDefault("ce-type", "").replace("org.oneseal.", ""),
                                headers.getOrDefault("ce-subject", "")));
            } else {
                refused.incrementAndGet();
            }
            exchange.sendResponseHeaders(holds ? 204 : 401, -1);
        }
    }

    private boolean holds(String signature, Map<String, String> headers, byte[] body) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : signature.split(",")) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2) parts.put(pair[0], pair[1]);
        }
        if (!KEY.equals(parts.get("keyid"))) return false;
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        StringBuilder head = new StringBuilder().append(parts.get("t")).append('\n');
        headers.forEach(
                (name, value) -> {
                    if (name.startsWith("ce-"))
                        head.append(name).append(':').append(value).append('\n');
                });
        signed.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        signed.writeBytes(body);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return MessageDigest.isEqual(
                    mac.doFinal(signed.toByteArray()),
                    HexFormat.of().parseHex(Objects.requireNonNullElse(parts.get("sha256"), "")));
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
