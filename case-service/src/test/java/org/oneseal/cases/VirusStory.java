package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Where a scanner is, no file comes in that it has not judged; it speaks as clamd does. */
@PlatformTest
@DirtiesContext
class VirusStory extends InDistrict {

    private static final String SICK = "X5O!P%@AP";
    private static final ServerSocket CLAMD = open();

    @Autowired JdbcClient jdbc;

    VirusStory() {
        super("virus-firm", "永州市查毒有限公司", "91431103MA4TEAYB01");
    }

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry registry) {
        registry.add("oneseal.cases.clamd", () -> "127.0.0.1:" + CLAMD.getLocalPort());
    }

    @AfterAll
    static void close() throws IOException {
        CLAMD.close();
    }

    @Test
    void whatIsCleanComesInWhatIsSickDoesNotAndWithoutTheScannerNothingDoes() throws IOException {
        String url = url(district.submit(applicant));
        Answer clean = upload(url, "%PDF-1.4\nclean");
        assertThat(clean.status()).as(clean.text()).isEqualTo(201);
        assertThat(clean.json().path("scan").asString()).isEqualTo("CLEAN");

        long documents = documents();
        Answer sick = upload(url, "%PDF-1.4\n" + SICK);
        assertThat(sick.status()).as(sick.text()).isEqualTo(422);
        assertThat(sick.objections()).containsExactly("file-infected");
        assertThat(sick.text()).contains("Eicar-Test-Signature");

        CLAMD.close();
        Answer unknown = upload(url, "%PDF-1.4\nnobody looks");
        assertThat(unknown.status()).as(unknown.text()).isEqualTo(503);
        assertThat(unknown.header("Retry-After")).isNotEmpty();
        assertThat(documents()).isEqualTo(documents);
    }

    private long documents() {
        return jdbc.sql("SELECT count(*) FROM document").query(Long.class).single();
    }

    private Answer upload(String url, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        Answer begun =
                http.post(
                        url + "/uploads",
                        applicant,
                        Map.of(
                                "material",
                                "m2",
                                "fileName",
                                "a.pdf",
                                "size",
                                bytes.length,
                                "digest",
                                Digest.of("SM3", bytes).toString()));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        String upload = url + "/uploads/" + begun.json().path("id").asString();
        Answer part =
                http.put(
                        upload + "/parts/1",
                        applicant,
                        content,
                        "Content-Type",
                        "application/octet-stream");
        assertThat(part.status()).as(part.text()).isEqualTo(200);
        return http.post(upload + "/completion", applicant, null);
    }

    private static ServerSocket open() {
        try {
            var socket = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> serve(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(ServerSocket socket) {
        while (!socket.isClosed()) {
            try (Socket peer = socket.accept()) {
                judge(peer);
            } catch (IOException e) {
                // The test has closed the server.
            }
        }
    }

    private static void judge(Socket peer) throws IOException {
        var in = new DataInputStream(peer.getInputStream());
        in.readNBytes("zINSTREAM\0".length());
        var content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.writeBytes(in.readNBytes(length));
        }
        String text = content.toString(StandardCharsets.UTF_8);
        String verdict = text.contains(SICK) ? "Eicar-Test-Signature FOUND" : "OK";
        peer.getOutputStream()
                .write(("stream: " + verdict + "\0").getBytes(StandardCharsets.UTF_8));
    }
}
