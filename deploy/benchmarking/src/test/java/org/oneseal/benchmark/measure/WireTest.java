package org.oneseal.benchmark.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private ServerSocket server;

    @BeforeEach
    void listen() throws IOException {
        server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    /** Each connection gets the next answer, written as often as the connection asks. */
    private Wire wire(int answersAConnection, String... answers) {
        Thread.ofVirtual()
                .start(
                        () -> {
                            int next = 0;
                            while (next < answers.length) {
                                try (Socket socket = server.accept()) {
                                    for (int i = 0; i < answersAConnection; i++) {
                                        if (!asked(socket) || next == answers.length) break;
                                        socket.getOutputStream()
                                                .write(
                                                        answers[next++].getBytes(
                                                                StandardCharsets.UTF_8));
                                    }
                                } catch (IOException e) {
                                    return;
                                }
                            }
                        });
        return new Wire(URI.create("http://127.0.0.1:" + server.getLocalPort()));
    }

    private static boolean asked(Socket socket) throws IOException {
        var last = new StringBuilder();
        while (!last.toString().endsWith("\r\n\r\n")) {
            int read = socket.getInputStream().read();
            if (read < 0) return false;
            last.append((char) read);
        }
        return true;
    }

    @Test
    void readsAnswersOfAKnownLengthAndInChunksOnOneConnection() throws IOException {
        try (Wire wire =
                wire(
                        2,
                        "HTTP/1.1 201 Created\r\nETag: \"1\"\r\nLocation: /a/b\r\n"
                                + "Content-Length: 3\r\n\r\nabc",
                        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + "3\r\n市\r\n2;x=y\r\nde\r\n0\r\n\r\n")) {
            var first = wire.call("GET", "/", "", null);
            assertThat(first.status()).isEqualTo(201);
            assertThat(first.ok()).isTrue();
            assertThat(List.of(first.etag(), first.location(), first.text()))
                    .containsExactly("\"1\"", "/a/b", "abc");
            assertThat(wire.call("GET", "/", "", null).text()).isEqualTo("市de");
        }
    }

    @Test
    void callsAgainWhenAKeptConnectionWasClosed() throws IOException {
        String answer = "HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n";
        try (Wire wire = wire(1, answer, answer)) {
            assertThat(wire.call("GET", "/", "", null).status()).isEqualTo(204);
            assertThat(wire.call("GET", "/", "", null).status()).isEqualTo(204);
        }
    }
}
