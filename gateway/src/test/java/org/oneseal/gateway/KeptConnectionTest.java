package org.oneseal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An app's back end keeps its connection and does not wait long before it asks again. The next
 * request can arrive while the server still ends the one before, and must be answered all the same.
 */
class KeptConnectionTest {

    private static final int CONNECTIONS = 20;

    /** A service answers this one. */
    private static final String FORWARDED = "/api/v1/verify/abc";

    /** The gateway itself refuses this one, at once. */
    private static final String REFUSED = "/api/v1/cases";

    private static RunningGateway gateway;

    @BeforeAll
    static void open() throws IOException {
        gateway =
                new RunningGateway(
                        Map.of(
                                "oneseal.gateway.limits.anonymous.per-second", "10000",
                                "oneseal.gateway.limits.anonymous.burst", "10000"));
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    @Test
    void aRequestThatComesTooSoonDoesNotSilenceItsConnection() throws IOException {
        for (int i = 0; i < CONNECTIONS; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
                socket.setSoTimeout(5_000);
                InputStream answers = new BufferedInputStream(socket.getInputStream());
                ask(socket, FORWARDED, REFUSED);
                assertThat(status(answers)).isEqualTo(200);
                assertThat(status(answers)).isEqualTo(401);

                ask(socket, REFUSED, FORWARDED);
                assertThat(status(answers)).as("connection " + i + " still listens").isEqualTo(401);
                assertThat(status(answers)).isEqualTo(200);

                ask(socket, FORWARDED);
                assertThat(status(answers)).isEqualTo(200);
            }
        }
    }

    /** All of them in one packet. */
    private static void ask(Socket socket, String... paths) throws IOException {
        StringBuilder requests = new StringBuilder();
        for (String path : paths) {
            requests.append("GET %s HTTP/1.1\r\nHost: gateway\r\n\r\n".formatted(path));
        }
        socket.getOutputStream().write(requests.toString().getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads one answer to its end. */
    private static int status(InputStream answers) throws IOException {
        String first = line(answers);
        int length = 0;
        for (String header = line(answers); !header.isEmpty(); header = line(answers)) {
            if (header.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        assertThat(answers.readNBytes(length)).hasSize(length);
        return Integer.parseInt(first.split(" ")[1]);
    }

    private static String line(InputStream answers) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = answers.read(); c != '\n'; c = answers.read()) {
            if (c < 0) throw new IOException("The connection was closed after: " + line);
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }
}
