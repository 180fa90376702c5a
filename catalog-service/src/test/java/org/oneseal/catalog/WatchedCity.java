package org.oneseal.catalog;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * A service that watches the list of a city, which a test serves: what its stories share, so that
 * one service is started for all of them.
 */
public class WatchedCity {

    /** 永州市. */
    protected static final String CITY = "431100000000";

    private static final String KEYS = "/keys";
    private static volatile String served = "rubbish";
    private static volatile String keys = "";
    private static final HttpServer SERVER = server();

    /** What the city answers from now on. */
    protected static void serves(String list) {
        served = list;
    }

    /** Publishes the keys of tokens; answers where. */
    protected static String publishing(String jwks) {
        keys = jwks;
        return "http://" + host() + KEYS;
    }

    private static String host() {
        return "127.0.0.1:" + SERVER.getAddress().getPort();
    }

    private static HttpServer server() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(
                    "/",
                    exchange -> {
                        String path = exchange.getRequestURI().getPath();
                        byte[] bytes =
                                (path.equals(KEYS) ? keys : served)
                                        .getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(200, bytes.length);
                        exchange.getResponseBody().write(bytes);
                        exchange.close();
                    });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void upstreams(DynamicPropertyRegistry registry) {
        String host = host();
        registry.add("oneseal.catalog.watch.upstreams[0].name", () -> "city");
        registry.add("oneseal.catalog.watch.upstreams[0].address", () -> "http://" + host + "/a");
        registry.add("oneseal.catalog.watch.upstreams[0].region", () -> CITY);
        registry.add("oneseal.catalog.watch.upstreams[1].name", () -> "stranger");
        registry.add(
                "oneseal.catalog.watch.upstreams[1].address", () -> "http://localhost:9/secret");
        registry.add("oneseal.catalog.watch.upstreams[1].region", () -> CITY);
        registry.add("oneseal.catalog.watch.allowed[0]", () -> host);
    }
}
