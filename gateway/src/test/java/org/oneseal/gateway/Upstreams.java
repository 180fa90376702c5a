package org.oneseal.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.oneseal.gateway.routing.Upstream;

/** Six services that answer with their own name, or as told. */
final class Upstreams implements AutoCloseable {

    /** A request as a service saw it. */
    record Seen(
            Upstream service,
            String method,
            String path,
            Map<String, List<String>> headers,
            int length) {

        String header(String name) {
            return String.join(",", headers.getOrDefault(name, List.of()));
        }
    }

    static final HttpHandler FINE =
            exchange -> {
                byte[] body = "{\"fine\":true}".getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.getResponseHeaders().set("Server", "made-up/1.0");
                exchange.getResponseHeaders().set("Set-Cookie", "session=1");
                exchange.getResponseHeaders().set("ETag", "\"3\"");
                exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            };

    private final Map<Upstream, HttpServer> servers = new EnumMap<>(Upstream.class);
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    final List<Seen> seen = new CopyOnWriteArrayList<>();
    volatile HttpHandler behaviour = FINE;

    Upstreams() throws IOException {
        for (Upstream upstream : Upstream.values()) {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(workers);
            server.createContext("/", exchange -> serve(upstream, exchange));
            server.start();
            servers.put(upstream, server);
        }
    }

    String address(Upstream upstream) {
        HttpServer server = servers.get(upstream);
        if (server == null) {
            throw new IllegalStateException(upstream + " was stopped");
        }
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Seen last() {
        return seen.getLast();
    }

    private void serve(Upstream upstream, HttpExchange exchange) throws IOException {
        try (exchange) {
            int length = exchange.getRequestBody().readAllBytes().length;
            seen.add(
                    new Seen(
                            upstream,
                            exchange.getRequestMethod(),
                            exchange.getRequestURI().toString(),
                            Map.copyOf(exchange.getRequestHeaders()),
                            length));
            behaviour.handle(exchange);
        }
    }

    @Override
    public void close() {
        servers.values().forEach(server -> server.stop(0));
        workers.shutdownNow();
    }
}
