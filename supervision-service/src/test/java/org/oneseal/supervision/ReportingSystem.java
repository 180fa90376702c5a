package org.oneseal.supervision;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.testkit.Topics;

/** A department's own system that tells of its matters by events, on a topic of its own. */
final class ReportingSystem {

    private final Story story;
    private final String name;

    ReportingSystem(Story story, String name) {
        this.story = story;
        this.name = name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    ReportingSystem registered() {
        register(1, story.department());
        return this;
    }

    void register(int version, String... departments) {
        story.topics.send(
                "oneseal.cases.v1",
                name,
                "org.oneseal.cases.source-registered",
                version,
                story.clock.instant(),
                story.county(),
                null,
                Map.of(
                        "source",
                        name,
                        "version",
                        version,
                        "region",
                        story.county(),
                        "departments",
                        List.of(departments),
                        "quotaPerMinute",
                        6000));
    }

    /** The first report of a ticket that has been dispatched and waits to be signed for. */
    MatterReport ticket(String number) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", "TICKET");
        data.put("number", number);
        data.put("title", "营业执照变更迟迟未办");
        data.put("department", story.department());
        data.put("reached", "dispatched");
        data.put("awaits", "signed");
        return new MatterReport(name, "1", number, "2026-03-02T02:00:00Z", data, null);
    }

    /** The first report of a request for disclosure that has been received. */
    MatterReport disclosure(String number) {
        return ticket(number)
                .with("kind", "DISCLOSURE")
                .with("title", "申请公开征收补偿方案")
                .reached("received", "answered");
    }

    void tell(MatterReport report) {
        var message =
                new ProducerRecord<String, byte @Nullable []>(
                        topic(), report.number(), report.body());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", UUID.randomUUID().toString());
        headers.put("ce_type", "org.oneseal.matters.told");
        headers.put("ce_source", report.source());
        headers.put("ce_subject", report.number());
        headers.put("ce_time", report.at());
        headers.put("ce_sequence", report.sequence());
        headers.forEach(
                (name, value) ->
                        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        story.topics.send(message);
    }

    List<Topics.Message> deadLetters() {
        return story.topics.all(topic() + ".dlt");
    }

    /** Why each of its reports that was refused was refused. */
    List<String> reasons() {
        return deadLetters().stream().map(m -> String.valueOf(m.headers().get("reason"))).toList();
    }

    private String topic() {
        return "oneseal.matters.in." + name + ".v1";
    }
}
