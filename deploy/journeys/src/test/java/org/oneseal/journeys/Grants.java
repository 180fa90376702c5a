package org.oneseal.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.oneseal.local.Part;
import org.oneseal.story.CalledSystem;
import org.oneseal.story.Desk;
import tools.jackson.databind.JsonNode;

/**
 * Licences granted on a promise, of which one material follows at once, and what other services
 * make of them: a publicity record, a registered promise, messages and calls.
 */
final class Grants implements AutoCloseable {

    private static final String ITEM = "公共场所卫生许可";

    /** Made up, with valid check characters. */
    private static final String USCC = "91431103MA4FAUT175";

    private static final String NAME = "永州市停电示例有限公司（示例）";
    private static final List<String> PROMISED = List.of("m3", "m4", "m5");
    private static final int AT_ONCE = 10;

    /** What the applicant is told of, by the event's type. */
    private static final Map<String, String> MESSAGES =
            Map.of(
                    "cases.submitted", "case-submitted",
                    "cases.promised", "case-promised",
                    "cases.accepted", "case-accepted",
                    "cases.decided", "case-granted",
                    "cases.certificate-issued", "certificate-issued",
                    "cases.promise-fulfilled", "promise-fulfilled");

    private final World world;
    private final Desk desk;
    private final Desk.Person clerk;
    private final CalledSystem bureau = new CalledSystem();
    private final List<String> granted = new CopyOnWriteArrayList<>();
    private final String subscription;
    private final String firm;
    private final String item;

    Grants(World world) throws IOException {
        this.world = world;
        this.desk = world.desk();
        this.clerk = desk.officer("health-clerk");
        this.subscription = subscribed();
        this.firm =
                desk.post(
                                clerk,
                                "/api/v1/parties",
                                Map.of(
                                        "name",
                                        NAME,
                                        "region",
                                        World.REGION,
                                        "uscc",
                                        USCC,
                                        "phone",
                                        "13900000002"))
                        .ok()
                        .path("id")
                        .asString();
        this.item = item();
    }

    private String subscribed() {
        return desk.post(
                        desk.officer("operator"),
                        "/api/v1/subscriptions",
                        Map.of(
                                "name",
                                NAME,
                                "region",
                                World.REGION,
                                "department",
                                "431103-WJ",
                                "url",
                                bureau.url(),
                                "types",
                                List.of("org.oneseal.cases.*"),
                                "keyId",
                                CalledSystem.KEY,
                                "secret",
                                bureau.secret()))
                .ok()
                .path("id")
                .asString();
    }

    private String item() {
        for (JsonNode one :
                desk.get(clerk, "/api/v1/items?limit=200&region=" + World.REGION)
                        .ok()
                        .path("items")) {
            if (ITEM.equals(one.path("name").asString())) return one.path("code").asString();
        }
        throw new IllegalStateException(ITEM);
    }

    /** Does something when some of a batch of licences are granted and others are to come. */
    void whileGranting(Runnable something) {
        int before = granted.size();
        CompletableFuture<Void> batch =
                CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < AT_ONCE; i++) grant();
                        },
                        Thread::startVirtualThread);
        await().atMost(World.SOON)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> granted.size() > before + 2 || batch.isDone());
        something.run();
        batch.join();
    }

    private void grant() {
        var filed = desk.post(clerk, "/api/v1/cases", application());
        String id = filed.ok().path("id").asString();
        String path = "/api/v1/cases/" + id;
        var accepted = desk.post(clerk, path + "/acceptance", null, filed.version());
        var examined =
                desk.post(
                        desk.officer("health-officer"),
                        path + "/steps",
                        Map.of("step", "examine", "action", "COMPLETE", "opinion", "承诺有效"),
                        accepted.version());
        var decided =
                desk.post(
                        desk.officer("health-chief"),
                        path + "/decision",
                        Map.of("granted", true),
                        examined.version());
        desk.post(
                        clerk,
                        path + "/promised-materials",
                        Map.of("materials", materials(PROMISED.subList(0, 1))),
                        decided.version())
                .ok();
        granted.add(id);
    }

    private Map<String, Object> application() {
        JsonNode draft =
                desk.get(
                                clerk,
                                "/api/v1/cases/promise-draft?item="
                                        + item
                                        + "&party="
                                        + firm
                                        + "&region="
                                        + World.REGION
                                        + "&materials="
                                        + String.join(",", PROMISED))
                        .ok();
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("itemCode", item);
        application.put("region", World.REGION);
        application.put("party", firm);
        application.put("materials", materials(List.of("m1", "m2")));
        application.put("form", Map.of("place", "示例"));
        application.put(
                "promise",
                Map.of("materials", PROMISED, "textHash", draft.path("textHash").asString()));
        return application;
    }

    private static List<Map<String, Object>> materials(List<String> codes) {
        return codes.stream()
                .map(code -> Map.<String, Object>of("code", code, "form", "PAPER"))
                .toList();
    }

    /** Of each licence: one public record, one promise, one message and one call per event. */
    void assertEachOnce() {
        Map<String, List<String>> history = history();
        assertThat(history).hasSameSizeAs(granted);
        Map<String, List<String>> messages = new TreeMap<>();
        history.forEach(
                (id, types) ->
                        messages.put(
                                id,
                                types.stream()
                                        .filter(MESSAGES::containsKey)
                                        .map(MESSAGES::get)
                                        .sorted()
                                        .toList()));
        Map<String, List<String>> published = each("PUBLISHED");
        Map<String, List<String>> promises = each("OPEN");
        // A process that was killed in a call keeps its lease for a while.
        await().atMost(World.SOON)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(
                        () -> {
                            assertThat(publicity()).as("publicity").isEqualTo(published);
                            assertThat(rows(Part.CREDIT, "promises", "state"))
                                    .as("promises")
                                    .isEqualTo(promises);
                            assertThat(messages()).as("messages").isEqualTo(messages);
                            assertThat(calls()).as("calls").isEqualTo(history);
                        });
        assertThat(bureau.refused()).as("calls whose signature did not hold").isZero();
        assertThat(
                        world.askAll(
                                Part.CREDIT,
                                """
                                SELECT aggregate_id, type FROM history
                                 WHERE type LIKE '%record-opened' OR type LIKE '%record-published'
                                 GROUP BY 1, 2 HAVING count(*) > 1
                                """))
                .as("made public twice")
                .isEmpty();
        world.say(
                "%d licences: %d messages, %d calls, each once"
                        .formatted(
                                granted.size(),
                                messages.values().stream().mapToInt(List::size).sum(),
                                history.values().stream().mapToInt(List::size).sum()));
    }

    /** What a service has to tell and to take is told and taken. */
    static void assertNothingLeft(World world, Part service) {
        await().atMost(World.SOON)
                .untilAsserted(
                        () ->
                                assertThat(world.count(service, "SELECT count(*) FROM outbox"))
                                        .as("%s has still to tell", service)
                                        .isZero());
        assertThat(world.count(service, "SELECT count(*) FROM outbox_quarantine"))
                .as("%s can't tell", service)
                .isZero();
        assertThat(world.count(service, "SELECT count(*) FROM inbox_parked"))
                .as("%s can't take", service)
                .isZero();
    }

    private Map<String, List<String>> each(String value) {
        Map<String, List<String>> each = new TreeMap<>();
        granted.forEach(id -> each.put(id, List.of(value)));
        return each;
    }

    /** Types of the events of each case as the case service keeps them, in their order. */
    private Map<String, List<String>> history() {
        Map<String, List<String>> types = new TreeMap<>();
        for (String row :
                world.askAll(
                        Part.CASE,
                        "SELECT aggregate_id, type FROM history WHERE aggregate_id IN "
                                + these()
                                + " ORDER BY aggregate_id, sequence")) {
            String[] columns = row.split("\t");
            types.computeIfAbsent(columns[0], _ -> new ArrayList<>())
                    .add(columns[1].replace("org.oneseal.", ""));
        }
        return types;
    }

    private Map<String, List<String>> publicity() {
        return rows(Part.CREDIT, "publicity_records", "state");
    }

    private Map<String, List<String>> messages() {
        return rows(Part.NOTIFICATION, "messages", "kind");
    }

    private Map<String, List<String>> rows(Part service, String table, String column) {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String row :
                world.askAll(
                        service,
                        "SELECT case_id, %s FROM %s WHERE case_id IN %s%s"
                                .formatted(
                                        column,
                                        table,
                                        these(),
                                        table.equals("messages")
                                                ? " AND recipient_kind = 'PARTY'"
                                                : ""))) {
            String[] columns = row.split("\t");
            rows.computeIfAbsent(columns[0], _ -> new ArrayList<>()).add(columns[1]);
        }
        rows.values().forEach(Collections::sort);
        return rows;
    }

    /** Types of the events that the bureau's system took, each event id once, as they came. */
    private Map<String, List<String>> calls() {
        Map<String, List<String>> calls = new TreeMap<>();
        for (CalledSystem.Call call : bureau.calls()) {
            if (!granted.contains(call.subject())) continue;
            calls.computeIfAbsent(call.subject(), _ -> new ArrayList<>()).add(call.type());
        }
        return calls;
    }

    private String these() {
        return "('" + String.join("','", granted) + "')";
    }

    @Override
    public void close() {
        var operator = desk.officer("operator");
        String path = "/api/v1/subscriptions/" + subscription;
        desk.post(operator, path + "/end", null, desk.get(operator, path).version());
        bureau.close();
    }
}
