package org.oneseal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where everything listens, all on the loopback address. */
public record Ports(Map<Part, Integer> of, int kafkaController) {

    private static final int GATEWAY = 8080;
    private static final int FIRST_SERVICE = 21;
    private static final int KEYCLOAK = 100;
    private static final int POSTGRES = 110;
    private static final int LARGEST = 65_535;

    public Ports {
        of = Map.copyOf(of);
    }

    /** Gateway 8080, services 8101–8106, Keycloak 8180, PostgreSQL 5433, Kafka 9192. */
    public static Ports standard() {
        Map<Part, Integer> ports = services(GATEWAY);
        ports.put(Part.POSTGRES, 5433);
        ports.put(Part.KAFKA, 9192);
        return new Ports(ports, 9193);
    }

    /** All ports within 112 of {@code base}, which is the gateway's. */
    public static Ports from(int base) {
        if (base < 1 || base + POSTGRES + 2 > LARGEST) {
            throw new IllegalArgumentException(
                    "Port " + base + " is not between 1 and " + (LARGEST - POSTGRES - 2));
        }
        Map<Part, Integer> ports = services(base);
        ports.put(Part.POSTGRES, base + POSTGRES);
        ports.put(Part.KAFKA, base + POSTGRES + 1);
        return new Ports(ports, base + POSTGRES + 2);
    }

    /** Ports that nobody holds now: for tests. */
    public static Ports free() {
        List<Integer> free = free(Part.values().length + 1);
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            ports.put(part, free.get(part.ordinal()));
        }
        return new Ports(ports, free.getLast());
    }

    /** One port that nobody holds now: for a second replica. */
    public static int freeOne() {
        return free(1).getFirst();
    }

    public int of(Part part) {
        Integer port = of.get(part);
        if (port == null) {
            throw new IllegalArgumentException("No port for " + part);
        }
        return port;
    }

    Map<String, Integer> named(Iterable<Part> parts) {
        Map<String, Integer> named = new LinkedHashMap<>();
        for (Part part : parts) {
            named.put(part.id(), of(part));
            if (part == Part.KAFKA) {
                named.put("kafka controller", kafkaController);
            }
        }
        return named;
    }

    private static Map<Part, Integer> services(int base) {
        Map<Part, Integer> ports = new EnumMap<>(Part.class);
        int next = base + FIRST_SERVICE;
        for (Part service : Part.services()) {
            ports.put(service, service == Part.GATEWAY ? base : next++);
        }
        ports.put(Part.KEYCLOAK, base + KEYCLOAK);
        return ports;
    }

    private static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            for (ServerSocket socket : held) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
