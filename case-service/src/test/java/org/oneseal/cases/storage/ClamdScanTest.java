package org.oneseal.cases.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.documents.VirusScan.Verdict;
import org.oneseal.platform.web.Unavailable;

/** The protocol of clamd, spoken with a server that answers as clamd does. */
class ClamdScanTest {

    @Test
    void aFileIsSentInChunksAndJudged() throws Exception {
        byte[] large = new byte[200_000];
        large[199_999] = 7;
        try (var clamd = new Clamd(_ -> "stream: OK")) {
            assertThat(scan(clamd, large)).isEqualTo(new Verdict.Clean());
            assertThat(clamd.reached).isEqualTo(large);
        }
        try (var clamd = new Clamd(_ -> "stream: Eicar-Test-Signature FOUND")) {
            assertThat(scan(clamd, large)).isEqualTo(new Verdict.Infected("Eicar-Test-Signature"));
        }
    }

    @Test
    void aScannerThatCannotJudgeLetsNothingIn() throws Exception {
        try (var clamd = new Clamd(_ -> "INSTREAM size limit exceeded. ERROR")) {
            assertThatThrownBy(() -> scan(clamd, new byte[10])).isInstanceOf(Unavailable.class);
        }
        int closed;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        assertThatThrownBy(
                        () ->
                                new ClamdScan("127.0.0.1:" + closed, Duration.ofSeconds(2))
                                        .scan(new byte[10]))
                .isInstanceOf(Unavailable.class);
    }

    @Test
    void withoutAScannerNothingIsSaidToBeClean() {
        assertThat(new ClamdScan("", Duration.ofSeconds(1)).scan(new byte[10]))
                .isEqualTo(new Verdict.NotScanned());
        assertThatThrownBy(() -> new ClamdScan("no port", Duration.ofSeconds(1)))
                .hasMessageContaining("host:port");
    }

    private static Verdict scan(Clamd clamd, byte[] content) {
        return new ClamdScan("127.0.0.1:" + clamd.port(), Duration.ofSeconds(5)).scan(content);
    }

    /** Takes one file and answers. */
    private static final class Clamd implements AutoCloseable {

        private final ServerSocket socket =
                new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private volatile byte @org.jspecify.annotations.Nullable [] reached;

        Clamd(Function<byte[], String> judge) throws IOException {
            Thread.ofVirtual().start(() -> serve(judge));
        }

        int port() {
            return socket.getLocalPort();
        }

        private void serve(Function<byte[], String> judge) {
            try (var peer = socket.accept()) {
                var in = new DataInputStream(peer.getInputStream());
                in.readNBytes("zINSTREAM\0".length());
                var content = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    content.writeBytes(in.readNBytes(length));
                }
                reached = content.toByteArray();
                String answer = judge.apply(content.toByteArray()) + "\0";
                peer.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // The test has closed the server.
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
