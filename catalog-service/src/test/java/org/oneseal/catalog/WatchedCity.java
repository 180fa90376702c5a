package org.oneseal.catalog;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.oneseal.platform.messaging.EventJson;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service that watches the list of a city, which a test serves: what its stories share, so that
 * one service is started for all of them.
 */
public class WatchedCity {

    /** 永州市. */
    protected static final String CITY = "431100000000";

    /** 茶陵县, whose rules of publishing change with the year, and which prepares its towns first. */
    protected static final String RULED = "430224000000";

    /** 炎陵县, where another person than its editor passes a draft before it is published. */
    protected static final String REVIEWED = "430225000000";

    private static final String KEYS = "/keys";
    private static volatile String served = "rubbish";
    private static volatile String keys = "";
    private static final HttpServer SERVER = server();
    private static final Path REFERENCE = reference();

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

    /** The shipped files, and rules of one county for the coming year, as a deployment has them. */
    private static Path reference() {
        Path shipped = Path.of("src/main/resources/reference");
        try (Stream<Path> files = Files.list(shipped)) {
            Path folder = Files.createTempDirectory("reference");
            for (Path file : files.toList()) Files.copy(file, folder.resolve(file.getFileName()));
            Path rules = folder.resolve("publish-rules.json");
            ArrayNode all = (ArrayNode) EventJson.reader().readTree(Files.readString(rules));
            ObjectNode coming = ((ObjectNode) all.get(0)).deepCopy();
            coming.put("region", RULED).put("from", "2027-01-01");
            coming.withArray("catchAllPhrases").add("无违法证明");
            coming.put("priorExaminationWorkingDays", 15);
            all.add(coming);
            ObjectNode ofTwo = ((ObjectNode) all.get(0)).deepCopy();
            all.add(ofTwo.put("region", REVIEWED).put("separateReview", true));
            Files.writeString(rules, all.toString());
            Path limits = folder.resolve("limit-units.json");
            ArrayNode tables = (ArrayNode) EventJson.reader().readTree(Files.readString(limits));
            ObjectNode week = ((ObjectNode) tables.get(0)).deepCopy();
            week.put("region", RULED).put("from", "2027-01-01");
            week.withObject("units").put("workingDays", 6);
            tables.add(week);
            Files.writeString(limits, tables.toString());
            Path acts = folder.resolve("delegation-rules.json");
            ArrayNode kinds = (ArrayNode) EventJson.reader().readTree(Files.readString(acts));
            ObjectNode prepared = ((ObjectNode) kinds.get(0)).deepCopy();
            prepared.put("region", RULED).withObject("setUp").put("first", true);
            kinds.add(prepared);
            Files.writeString(acts, kinds.toString());
            return folder;
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
        registry.add("oneseal.catalog.reference", () -> REFERENCE.toUri().toString());
    }
}
