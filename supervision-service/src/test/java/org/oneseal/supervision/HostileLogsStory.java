package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Logs as they come from old machines and from ill-meaning ones. */
class HostileLogsStory extends Story {

    private static final String PATH = "/api/v1/retrospects";
    private static final Charset GBK = Charset.forName("GBK");
    private static final String CSV =
            """
            case,at,activity,office
            案一,2026-03-02T10:00:00+08:00,in,市监局
            案一,2026-03-03T10:00:00+08:00,out,市监局
            """;
    private static final String TRACE =
            """
            <trace><string key='concept:name' value='案一'/>
            <event><string key='concept:name' value='in'/>
            <date key='time:timestamp' value='2026-03-02T10:00:00+08:00'/></event>
            <event><string key='concept:name' value='out'/>
            <date key='time:timestamp' value='2026-03-03T10:00:00+08:00'/></event></trace>
            """;

    HostileLogsStory() {
        super("431184000000");
    }

    @BeforeEach
    void afterAllThatIsTold() {
        clock.setTo(Instant.parse("2026-09-01T03:00:00Z"));
    }

    @Test
    void a_log_in_another_encoding_than_it_says_is_refused_and_never_guessed() {
        for (byte[] csv :
                new byte[][] {
                    CSV.getBytes(GBK),
                    CSV.getBytes(StandardCharsets.UTF_16),
                    // In the middle of the last character of the office.
                    cut(utf8(CSV.strip()))
                }) {
            assertThat(refused("CSV", csv)).isEqualTo("log-not-utf8");
        }
        String gbk = "<?xml version='1.0' encoding='GBK'?><log>" + TRACE + "</log>";
        assertThat(refused("XES", gbk.replace("GBK", "UTF-8").getBytes(GBK)))
                .isEqualTo("log-not-xes");
        assertThat(refused("XES", gbk.replace("GBK", "klingon").getBytes(GBK)))
                .isEqualTo("log-not-xes");
        // What says what it is is read, whatever that is.
        JsonNode done = done(send("XES", gbk.getBytes(GBK)));
        assertThat(done.path("cases").asInt()).isEqualTo(1);
        assertThat(
                        http.get(PATH + "/" + done.path("id").asString() + "/cases", supervisor())
                                .json()
                                .at("/items/0/caseId")
                                .asString())
                .isEqualTo("案一");
    }

    @Test
    void entities_are_not_expanded_and_a_body_that_breaks_off_leaves_nothing() {
        String bomb =
                "<!DOCTYPE log [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>"
                        + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><log><x v='&c;'/></log>";
        assertThat(refused("XES", utf8(bomb))).isEqualTo("log-not-xes");
        assertThat(
                        refused(
                                "XES",
                                utf8("<log><trace><event><string key='&lol;' value=''/></event>")))
                .isEqualTo("log-not-xes");
        byte[] whole = body("broken", "CSV", utf8(CSV));
        for (int length : new int[] {10, whole.length / 2, whole.length - 6}) {
            Http.Answer answer = sent(Arrays.copyOf(whole, length));
            assertThat(answer.status()).as(length + answer.text()).isBetween(400, 422);
        }
        for (String form : new String[] {"no boundary", "--b--\r\n", ""}) {
            assertThat(sent(utf8(form)).status()).as(form).isEqualTo(400);
        }
        assertThat(
                        http.get(PATH + "?limit=200", supervisor())
                                .json()
                                .path("items")
                                .valueStream()
                                .filter(r -> r.path("name").asString().equals("broken")))
                .isEmpty();
    }

    /**
     * A case told twice is one case, and a clock that is resumed before it stopped never stopped.
     */
    @Test
    void odd_but_readable_logs_are_judged() {
        String twice =
                "<log>"
                        + TRACE
                        + TRACE
                        + TRACE.replace("2026-03-03", "1971-01-01").replace("案一", "案二")
                        + "</log>";
        JsonNode done = done(send("XES", utf8(twice)));
        assertThat(done.path("cases").asInt()).isEqualTo(2);
        assertThat(done.path("events").asInt()).isEqualTo(6);
        assertThat(done.path("endBeforeStart").asInt()).isEqualTo(1);
        assertThat(refused("XES", utf8(twice.replace("1971-01-01", "1969-12-30"))))
                .isEqualTo("log-time-impossible");
        assertThat(refused("XES", utf8(twice.replace("1971-01-01", "-001-01-01"))))
                .isEqualTo("log-time-unread");
    }

    @Test
    void a_limit_that_no_calendar_reaches_is_refused_before_the_log_is_read() {
        for (String unit : new String[] {"WORKING_DAY", "CALENDAR_DAY", "MONTH", "OFFICE_HOUR"}) {
            Map<String, Object> mapping = mapping("CSV");
            mapping.put("legal", Map.of("amount", Integer.MAX_VALUE, "unit", unit));
            Http.Answer answer = sent(body("far", mapping, utf8(CSV)));
            assertThat(answer.status()).as(unit + answer.text()).isEqualTo(422);
            assertThat(answer.objections()).containsExactly("field-invalid");
        }
    }

    private static byte[] cut(byte[] text) {
        return Arrays.copyOf(text, text.length - 1);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String refused(String format, byte[] log) {
        Http.Answer answer = send(format, log);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.objections().getFirst();
    }

    private JsonNode done(Http.Answer taken) {
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        String path = PATH + "/" + taken.json().path("id").asString();
        await().atMost(SOON)
                .until(
                        () ->
                                http.get(path, supervisor())
                                        .json()
                                        .path("state")
                                        .asString()
                                        .equals("DONE"));
        return http.get(path, supervisor()).json();
    }

    private Http.Answer send(String format, byte[] log) {
        return sent(body(format, log));
    }

    private Http.Answer sent(byte[] body) {
        return http.post(
                PATH, supervisor(), body, "Content-Type", "multipart/form-data; boundary=b");
    }

    private static byte[] body(String format, byte[] log) {
        return body("odd", format, log);
    }

    private static byte[] body(String name, String format, byte[] log) {
        return body(name, mapping(format), log);
    }

    private static Map<String, Object> mapping(String format) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("format", format);
        if (format.equals("CSV")) {
            mapping.put("caseId", "case");
            mapping.put("activity", "activity");
            mapping.put("time", "at");
            mapping.put("department", "office");
        }
        mapping.put("activities", Map.of("in", "RECEIVED", "out", "FINISHED"));
        mapping.put("legal", Map.of("amount", 10, "unit", "WORKING_DAY"));
        return mapping;
    }

    private static byte[] body(String name, Map<String, Object> mapping, byte[] log) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name", "text/plain", utf8(name));
        part(body, "mapping", "application/json", JsonMapper.shared().writeValueAsBytes(mapping));
        part(body, "log\"; filename=\"log.txt", "application/octet-stream", log);
        body.writeBytes(utf8("--b--\r\n"));
        return body.toByteArray();
    }

    private static void part(ByteArrayOutputStream body, String name, String type, byte[] content) {
        body.writeBytes(
                utf8(
                        "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                                .formatted(name, type)));
        body.writeBytes(content);
        body.writeBytes(utf8("\r\n"));
    }
}
