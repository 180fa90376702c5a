package org.oneseal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Addresses that a client of Java can't even ask for: they are written by hand. */
class MalformedAddressTest {

    private static RunningGateway gateway;

    @BeforeAll
    static void open() throws IOException {
        gateway = new RunningGateway(Map.of());
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/search?q=营业执照",
                "/api/v1/search?q=%zz",
                "/api/v1/items/%E8%",
                "/api/v1/search?q=a|b",
                "/api/v1/{items}",
                "/health/%"
            })
    void whatIsWrongIsSaidInWords(String address) throws IOException {
        String answer = ask("GET", address, "en");

        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("nosniff");
        JsonNode problem = RunningGateway.JSON.readTree(answer.substring(answer.indexOf("{")));
        assertThat(problem.path("type").asString())
                .isEqualTo("urn:oneseal:problem:address-malformed");
        assertThat(problem.path("detail").asString()).contains("percent-encoded");
        assertThat(problem.path("objections")).hasSize(1);
        assertThat(gateway.upstreams.seen).isEmpty();
    }

    @Test
    void itIsSaidInChineseToWhoeverAsksForNothingElse() throws IOException {
        assertThat(ask("POST", "/api/v1/cases?of=张三", "tlh")).contains("百分号编码");
    }

    @Test
    void whoAsksForTheHeadAloneGetsTheHeadAlone() throws IOException {
        assertThat(ask("HEAD", "/api/v1/search?q=%zz", "en"))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("\r\n\r\n");
    }

    private static String ask(String method, String address, String language) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
            socket.setSoTimeout(20_000);
            String request =
                    """
                    %s %s HTTP/1.1
                    Host: gateway
                    Accept-Language: %s
                    Connection: close

                    """
                            .formatted(method, address, language)
                            .replace("\n", "\r\n");
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
