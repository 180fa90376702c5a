package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.supervision.retrospect.LoggedOffice;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Any department's log is supervised in retrospect, and nothing of the living changes. */
class RetrospectStory extends Story {

    private static final String PATH = "/api/v1/retrospects";

    RetrospectStory() {
        super("431126000000");
    }

    @Test
    void a_log_comes_to_what_another_program_counts_in_both_formats() {
        clock.setTo(Instant.parse("2026-09-01T03:00:00Z"));
        LoggedOffice office = LoggedOffice.made(11, 400);
        Map<String, Long> expected = office.counts(clock.instant());
        for (String format : List.of("CSV", "XES")) {
            Map<String, Object> mapping = mapping(format);
            String log = format.equals("CSV") ? office.csv() : office.xes();
            var taken = send(supervisor(), "工程许可2026", mapping, log);
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
            JsonNode summary = http.get(path, supervisor()).json();
            expected.forEach(
                    (what, count) ->
                            assertThat(summary.path(what).asLong(-1))
                                    .as(format + " " + what)
                                    .isEqualTo(count));
            List<JsonNode> reporters = all(path + "/reporters");
            assertThat(reporters.stream().mapToLong(r -> r.path("lateReports").asLong()).sum())
                    .isEqualTo(expected.get("lateReports"));
            assertThat(reporters.stream().map(r -> r.path("department").asString()))
                    .hasSizeGreaterThan(1)
                    .doesNotHaveDuplicates();
            assertThat(reporters)
                    .isSortedAccordingTo(
                            Comparator.comparing((JsonNode r) -> -r.path("lateReports").asLong()));
            JsonNode late = http.get(path + "/cases?late=true&limit=1", supervisor()).json();
            String one = late.at("/items/0/caseId").asString();
            assertThat(late.at("/items/0/late").asBoolean()).isTrue();
            assertThat(late.path("next").isString()).isTrue();
            JsonNode judged = http.get(path + "/cases/" + one, supervisor()).json();
            assertThat(judged.path("caseId").asString()).isEqualTo(one);
            assertThat(http.get(path + "/cases/nothing", supervisor()).status()).isEqualTo(404);
            for (String view : List.of("", "/reporters", "/cases", "/cases/" + one)) {
                assertThat(http.get(path + view, stranger()).status()).isEqualTo(404);
                assertThat(http.get(path + view, officer()).status()).isEqualTo(403);
            }
        }
        assertThat(http.get(PATH, supervisor()).json().path("items").size()).isEqualTo(2);
        assertThat(http.get(PATH, stranger()).json().path("items").size()).isZero();
        assertThat(http.get("/api/v1/cards", supervisor()).json().path("items").size()).isZero();
        assertThat(http.get("/api/v1/watches", supervisor()).json().path("items").size()).isZero();
    }

    /** A list read one by one. */
    private List<JsonNode> all(String path) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = http.get(path + "?limit=1&cursor=" + cursor, supervisor()).json();
            page.path("items").forEach(all::add);
            cursor = page.path("next").isString() ? page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    @Test
    void a_log_that_is_not_what_its_mapping_says_is_refused_whole() {
        clock.setTo(Instant.parse("2026-09-01T03:00:00Z"));
        String head = "case,at,activity,told,due,office\n";
        String good = "c1,2026-03-02T10:00:00+08:00,in,,,A\nc1,2026-03-03T10:00:00+08:00,out,,,A\n";
        Map<String, String> logs = new LinkedHashMap<>();
        logs.put("", "log-empty");
        logs.put(head, "log-empty");
        logs.put("case,at\n", "log-column-missing");
        logs.put(head + good + "c2,yesterday,in,,,A\n", "log-time-unread");
        logs.put(head + good + "c2,,in,,,A\n", "log-time-unread");
        logs.put(head + good + ",2026-03-02,in,,,A\n", "log-event-nameless");
        logs.put(head + good + "c2,2999-01-01,in,,,A\n", "log-time-impossible");
        logs.put(head + good + "c2,2026-03-02,in,,,A,more,fields\n", "log-not-csv");
        logs.put(head + good + "x".repeat(201) + ",2026-03-02,in,,,A\n", "log-text-too-long");
        logs.put("\u001f\u008bnot packed", "log-column-missing");
        for (var one : logs.entrySet()) {
            var answer = send(supervisor(), "x", mapping("CSV"), one.getKey());
            assertThat(answer.status()).as(one.getValue() + answer.text()).isEqualTo(422);
            assertThat(answer.objections()).containsExactly(one.getValue());
        }
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("<log><trace>", "log-not-xes");
        documents.put("<html/>", "log-not-xes");
        documents.put(
                "<!DOCTYPE log [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><log>&x;</log>",
                "log-not-xes");
        documents.put(
                "<log><trace><event><string key='concept:name' value='in'/></event></trace></log>",
                "log-time-unread");
        documents.put("<log/>", "log-empty");
        for (var one : documents.entrySet()) {
            var answer = send(supervisor(), "x", mapping("XES"), one.getKey());
            assertThat(answer.status()).as(one.getKey() + answer.text()).isEqualTo(422);
            assertThat(answer.objections()).containsExactly(one.getValue());
        }
        Map<String, Object> empty =
                new LinkedHashMap<>(Map.of("format", "CSV", "zone", "Mars", "timeFormat", "bb{"));
        assertThat(send(supervisor(), "x", empty, head + good).objections())
                .containsExactlyInAnyOrder(
                        "mapping-column-missing",
                        "mapping-column-missing",
                        "mapping-column-missing",
                        "mapping-zone-unknown",
                        "mapping-time-format",
                        "mapping-no-limit",
                        "mapping-no-end");
        assertThat(send(supervisor(), " ", mapping("CSV"), head + good).objections())
                .containsExactly("retrospect-name");
        assertThat(send(officer(), "x", mapping("CSV"), head + good).status()).isEqualTo(403);
        Map<String, Object> wrong = mapping("CSV");
        wrong.put("activities", Map.of("in", "EXPLODED"));
        assertThat(send(supervisor(), "x", wrong, head + good).status()).isIn(400, 422);
        wrong.put("activities", Map.of("in", "RECEIVED", "out", "FINISHED"));
        wrong.put("legal", Map.of("amount", -1, "unit", "WORKING_DAY"));
        assertThat(send(supervisor(), "x", wrong, head + good).status()).isIn(400, 422);
        assertThat(http.get(PATH + "?limit=200", supervisor()).json().toString())
                .doesNotContain("\"x\"");
    }

    @Test
    void a_packed_log_is_unpacked_as_far_as_it_is_a_log() throws Exception {
        clock.setTo(Instant.parse("2026-09-01T03:00:00Z"));
        String head = "case,at,activity,told,due,office\n";
        String good = "c1,2026-03-02T10:00:00+08:00,in,,,A\nc1,2026-03-03T10:00:00+08:00,out,,,A\n";
        var taken = send(neighbour(), "packed", mapping("CSV"), packed(head + good));
        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
        assertThat(taken.json().path("events").asLong()).isEqualTo(2);
        byte[] cut = packed(head + good.repeat(1000));
        assertThat(refused("CSV", Arrays.copyOf(cut, cut.length / 2)))
                .isEqualTo("log-not-unpacked");
        // Some ten kilobytes that stand for ten megabytes without an end.
        String endless = "x".repeat(10_000_000);
        assertThat(refused("CSV", packed(head + good + "\"" + endless)))
                .isEqualTo("log-event-too-large");
        for (String inside : List.of("<string key='", "<string key='k' value='", "<!--", "")) {
            assertThat(refused("XES", packed("<log><trace><event>" + inside + endless)))
                    .isEqualTo("log-event-too-large");
        }
        assertThat(refused("CSV", packed(head + good + "c2,2026-03-02,in,,,A\0\n")))
                .isEqualTo("log-event-nameless");
        assertThat(refused("CSV", packed(head + good + "c2,2026-03-02,in,,9999-01-01,A\n")))
                .isEqualTo("log-time-impossible");
        assertThat(refused("CSV", packed(head + good + "c2,2026-03-02,in,,," + "A".repeat(201))))
                .isEqualTo("log-text-too-long");
    }

    private String refused(String format, byte[] log) {
        var answer = send(neighbour(), "x", mapping(format), log);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.objections().getFirst();
    }

    /** What is taken here is not in the list that another test counts. */
    private String neighbour() {
        return tokens.of(Role.SUPERVISOR).region("431122000000").subject("supervisor-li").mint();
    }

    private static byte[] packed(String log) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(log.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static Map<String, Object> mapping(String format) {
        Map<String, Object> mapping = new LinkedHashMap<>();
        mapping.put("format", format);
        if (format.equals("CSV")) {
            mapping.put("caseId", "case");
            mapping.put("activity", "activity");
            mapping.put("time", "at");
        }
        mapping.put("recorded", "told");
        mapping.put("due", "due");
        mapping.put("department", "office");
        mapping.put("activities", Map.of("in", "RECEIVED", "out", "FINISHED", "look", "IGNORED"));
        mapping.put("legal", Map.of("amount", 10, "unit", "WORKING_DAY"));
        mapping.put("promised", Map.of("amount", 5, "unit", "WORKING_DAY"));
        return mapping;
    }

    private Http.Answer send(String token, String name, Map<String, Object> mapping, String log) {
        return send(token, name, mapping, log.getBytes(StandardCharsets.UTF_8));
    }

    private Http.Answer send(String token, String name, Map<String, Object> mapping, byte[] log) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "name", "text/plain", name.getBytes(StandardCharsets.UTF_8));
        part(body, "mapping", "application/json", JsonMapper.shared().writeValueAsBytes(mapping));
        part(body, "log\"; filename=\"log.txt", "application/octet-stream", log);
        body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        return http.post(
                PATH, token, body.toByteArray(), "Content-Type", "multipart/form-data; boundary=b");
    }

    private static void part(ByteArrayOutputStream body, String name, String type, byte[] content) {
        String head =
                "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: %s;charset=UTF-8\r\n\r\n"
                        .formatted(name, type);
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
