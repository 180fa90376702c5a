package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.supervising.News;
import org.oneseal.supervision.supervising.Register;
import org.oneseal.supervision.supervising.Sweep;
import org.oneseal.supervision.supervising.TakeFacts;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Told;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Facts come in by events; watches, cards and indicators follow, and people handle the cards. */
@PlatformTest
@TestPropertySource(
        properties = {
            "oneseal.supervision.settle=1s",
            "oneseal.supervision.beat=PT0.1S",
            "springdoc.writer-with-order-by-keys=true"
        })
class SupervisionStory {

    private static final String COUNTY = "431103000000";
    private static final String NEIGHBOUR = "431102000000";
    private static final String DEPARTMENT = "431103-SJ";
    private static final Contracts CONTRACTS = Contracts.of("supervision-service");

    @Autowired Topics topics;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired Subscriptions subscriptions;
    @Autowired Register register;
    @Autowired Http http;
    @Autowired TakeFacts takeFacts;
    @Autowired Sweep sweep;
    @LocalServerPort int port;

    @BeforeEach
    void calendar() {
        clock.setTo(Instant.parse("2026-03-02T03:00:00Z"));
        Map<String, Object> year = year(1);
        topics.send(
                "oneseal.catalog.calendars.v1",
                "100000000000/2026",
                "org.oneseal.catalog.calendar-published",
                1,
                clock.instant(),
                "100000000000",
                null,
                year);
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                List.of("calendars", "items", "cases").stream()
                                        .allMatch(subscriptions::isCaughtUp));
    }

    private static Map<String, Object> year(int version, String... more) {
        Map<String, Object> year = new LinkedHashMap<>();
        year.put("region", "100000000000");
        year.put("year", 2026);
        year.put("version", version);
        year.put("hash", "SM3:0");
        year.put("provisional", false);
        List<String> holidays = new ArrayList<>(List.of(more));
        holidays.addAll(List.of("2026-04-04", "2026-04-05", "2026-04-06"));
        year.put("holidays", holidays);
        year.put("makeupDays", List.of());
        year.put(
                "officeHours",
                List.of(
                        Map.of("from", "09:00", "to", "12:00"),
                        Map.of("from", "13:00", "to", "17:00")));
        year.put("decree", "made-up decree");
        return year;
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        for (List<String> keys :
                List.of(
                        List.of("x"),
                        List.of("x", "y"),
                        List.of("+1000000000-12-31T23:59:59Z", "y"),
                        List.of("2026-03-02T02:00:00Z", "y", "z"))) {
            for (String list : List.of("/api/v1/cards", "/api/v1/watches")) {
                var answer = http.get(list + "?cursor=" + Page.encode(keys), supervisor());
                assertThat(answer.status()).as(answer.text()).isEqualTo(400);
                assertThat(answer.objections()).containsExactly("cursor-invalid");
            }
        }
    }

    @Test
    void a_case_is_watched_warned_corrected_and_called_to_account() {
        String id = "431103-story-1";
        accept(id, 1, "2026-03-02T02:00:00Z", null);
        String watch = "/api/v1/watches/" + id + ".case";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> http.get(watch, supervisor()).status() == 200);
        JsonNode explained = http.get(watch, supervisor()).json();
        assertThat(explained.at("/watch/promisedDue").asString()).startsWith("2026-03-09T09:00:00");
        assertThat(explained.at("/promisedDays").size()).isGreaterThan(5);

        clock.setTo(Instant.parse("2026-03-05T09:00:00Z"));
        awaitCards(id, "BLUE");
        clock.setTo(Instant.parse("2026-03-09T16:00:00Z"));
        awaitCards(id, "YELLOW", "BLUE");
        clock.setTo(Instant.parse("2026-04-30T00:00:00Z"));
        awaitCards(id, "RED", "YELLOW", "BLUE");

        String red = "/api/v1/cards/" + id + ".case.case-red-promise";
        JsonNode proof = http.get(red + "/proof", supervisor()).json();
        assertThat(proof.at("/holds").asBoolean()).isTrue();
        assertThat(proof.at("/rule/measure").asString()).isEqualTo("PROMISE_OVERDUE");
        assertThat(proof.at("/facts").size()).isEqualTo(1);
        assertThat(proof.at("/days").size()).isGreaterThan(5);

        for (Topics.Message message : topics.all("oneseal.supervision.v1")) {
            if (String.valueOf(message.headers().get("ce_type")).endsWith("card-issued")) {
                CONTRACTS.assertValid(
                        "card-issued",
                        tools.jackson.databind.json.JsonMapper.shared()
                                .readTree(String.valueOf(message.value())));
            }
        }
    }

    @Test
    void a_card_is_acknowledged_appealed_and_reviewed_by_somebody_else() {
        String id = "431103-story-2";
        accept(id, 1, "2026-03-02T02:00:00Z", null);
        clock.setTo(Instant.parse("2026-03-09T16:00:00Z"));
        awaitCards(id, "YELLOW", "BLUE");
        String card = "/api/v1/cards/" + id + ".case.case-yellow-promise";
        Map<String, String> reason = Map.of("reason", "原因说明");

        assertThat(http.post(card + "/acknowledgement", officer(), Map.of()).status())
                .isEqualTo(428);
        var answer = http.post(card + "/acknowledgement", officer(), Map.of(), "If-Match", "\"1\"");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(
                        http.post(
                                        card + "/acknowledgement",
                                        officer(),
                                        Map.of(),
                                        "If-Match",
                                        "\"1\"")
                                .status())
                .isEqualTo(409);
        assertThat(
                        http.post(card + "/appeal", officer(), Map.of(), "If-Match", "\"2\"")
                                .objections())
                .containsExactly("card-reason-missing");
        assertThat(http.post(card + "/appeal", supervisor(), reason, "If-Match", "\"2\"").status())
                .isEqualTo(403);
        assertThat(http.post(card + "/appeal", officer(), reason, "If-Match", "\"2\"").status())
                .isEqualTo(200);
        assertThat(
                        http.post(
                                        card + "/revocation",
                                        supervisor(),
                                        reason,
                                        "If-Match",
                                        "\"3\"",
                                        "Idempotency-Key",
                                        "revoke-1")
                                .json()
                                .path("state")
                                .asString())
                .isEqualTo("REVOKED");
        var repeated =
                http.post(
                        card + "/revocation",
                        supervisor(),
                        reason,
                        "If-Match",
                        "\"3\"",
                        "Idempotency-Key",
                        "revoke-1");
        assertThat(repeated.status()).isEqualTo(200);
        assertThat(
                        http.post(card + "/closure", supervisor(), Map.of(), "If-Match", "\"4\"")
                                .status())
                .isEqualTo(200);
        assertThat(http.get(card, supervisor()).json().path("acts").size()).isEqualTo(4);
    }

    @Test
    void a_late_fact_proposes_the_revocation_and_a_source_s_log_is_judged_after_it_fell_silent() {
        clock.setTo(Instant.parse("2026-11-22T10:00:00Z"));
        fed("431103-log-1", "2011-12-06T12:00:00Z", "2011-11-01T12:00:00Z");
        fed("431103-log-2", "2011-12-06T12:00:00Z", "2012-01-01T12:00:00Z");
        fed("431103-log-3", "2011-12-06T12:00:00Z", null);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(summary().path("held").asInt()).isEqualTo(3));
        assertThat(summary().at("/cards/RED").asInt()).isZero();
        clock.advance(Duration.ofSeconds(5));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            JsonNode summary = summary();
                            assertThat(summary.path("watches").asInt()).isEqualTo(3);
                            assertThat(summary.path("held").asInt()).isZero();
                            assertThat(summary.at("/cards/RED").asInt()).isEqualTo(2);
                        });
        JsonNode summary = summary();
        assertThat(summary.path("open").asInt()).isEqualTo(1);
        assertThat(summary.path("finished").asInt()).isEqualTo(2);
        assertThat(summary.path("late").asInt()).isEqualTo(2);
        assertThat(summary.path("finishedLate").asInt()).isEqualTo(1);
        assertThat(summary.path("afterEnd").asInt()).isEqualTo(2);
        assertThat(summary.at("/cards/BLUE").asInt()).isZero();
        assertThat(summary.at("/cards/YELLOW").asInt()).isZero();

        sendLate("431103-log-3", 2, "finished", "2011-11-30T12:00:00Z", fedData("431103-log-3"));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(summary().path("proposals").asInt()).isEqualTo(1));
        assertThat(summary().at("/cards/RED").asInt()).isEqualTo(1);
        JsonNode proposed =
                http.get("/api/v1/cards?proposed=true&source=wabo-test", supervisor()).json();
        assertThat(proposed.at("/items/0/proposedCause").asString()).isEqualTo("LATE_FACT");
    }

    @Test
    void what_was_built_from_events_can_be_built_again() {
        String id = "431103-story-4";
        accept(id, 1, "2026-03-02T02:00:00Z", null);
        send(id, 2, "finished", "2026-03-04T02:00:00Z", data(id, Map.of("result", "6")));
        clock.setTo(Instant.parse("2026-03-04T03:00:00Z"));
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                http.get("/api/v1/watches/" + id + ".case", supervisor())
                                        .json()
                                        .at("/watch/state")
                                        .asString()
                                        .equals("CLOSED"));
        clock.setTo(Instant.parse("2026-12-01T00:00:00Z"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> watches().stream().allMatch(w -> w.endsWith("nextCrossingAt=null]")));
        JsonNode figures = indicators();
        JsonNode day =
                StreamSupport.stream(figures.path("groups").spliterator(), false)
                        .filter(g -> g.path("key").asString().equals("2026-03-04"))
                        .findFirst()
                        .orElseThrow();
        assertThat(day.at("/figures/sums/FINISHED").asInt()).isEqualTo(1);
        assertThat(day.at("/figures/statutorySpeedUp/numerator").asInt()).isEqualTo(18);
        assertThat(day.at("/figures/statutorySpeedUp/percent").decimalValue())
                .isEqualByComparingTo("90.00");
        List<String> watches = watches();
        List<String> cards = cards();

        subscriptions.rebuild("cases");

        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(
                        () -> {
                            clock.advance(Duration.ofSeconds(2));
                            assertThat(watches()).isEqualTo(watches);
                            assertThat(indicators()).isEqualTo(figures);
                            assertThat(cards()).isEqualTo(cards);
                        });
    }

    /** A rebuild reads the topics side by side: the item may come after all of the case. */
    @Test
    @SuppressWarnings("unchecked")
    void an_item_that_comes_after_the_end_of_its_case_counts_as_if_it_had_come_before() {
        String id = "431103-story-late-item";
        Map<String, Object> accepted =
                data(
                        id,
                        Map.of(
                                "limits",
                                Map.of("legal", Map.of("amount", 20, "unit", "WORKING_DAY"))));
        Map<String, Object> finished = data(id, Map.of("result", "6"));
        for (Map<String, Object> data : List.of(accepted, finished)) {
            ((Map<String, Object>) Objects.requireNonNull(data.get("case")))
                    .put("itemCode", "late-item");
        }
        send(id, 1, "accepted", "2026-03-02T02:00:00Z", accepted);
        send(id, 2, "finished", "2026-03-04T02:00:00Z", finished);
        awaitDue(id, "2026-03-30T09:00:00Z");

        topics.send(
                "oneseal.catalog.items.v1",
                "late-item@1",
                "org.oneseal.catalog.item-published",
                1,
                clock.instant(),
                COUNTY,
                DEPARTMENT,
                Map.of(
                        "itemCode",
                        "late-item",
                        "version",
                        1,
                        "legalLimit",
                        Map.of("amount", 10, "unit", "WORKING_DAY")));

        awaitDue(id, "2026-03-16T09:00:00Z");
    }

    private void awaitDue(String id, String due) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            clock.advance(Duration.ofSeconds(1));
                            JsonNode watch =
                                    http.get("/api/v1/watches/" + id + ".case", supervisor())
                                            .json()
                                            .path("watch");
                            assertThat(watch.path("state").asString()).isEqualTo("CLOSED");
                            assertThat(watch.path("legalDue").asString()).isEqualTo(due);
                        });
    }

    @Test
    void a_decree_published_late_moves_what_is_open() {
        clock.setTo(Instant.parse("2026-09-01T03:00:00Z"));
        String id = "431103-story-decree";
        accept(id, 1, "2026-09-01T02:00:00Z", null);
        awaitPromise(id, "2026-09-08T09:00:00Z");

        Map<String, Object> decreed = year(2, "2026-09-03");
        topics.send(
                "oneseal.catalog.calendars.v1",
                "100000000000/2026",
                "org.oneseal.catalog.calendar-published",
                2,
                clock.instant(),
                "100000000000",
                null,
                decreed);

        awaitPromise(id, "2026-09-09T09:00:00Z");
    }

    private void awaitPromise(String id, String due) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                http.get(
                                                                "/api/v1/watches/" + id + ".case",
                                                                supervisor())
                                                        .json()
                                                        .at("/watch/promisedDue")
                                                        .asString(""))
                                        .isEqualTo(due));
    }

    @Test
    void a_card_is_seen_live_by_whom_it_concerns() throws Exception {
        // After all other tests' cards: their clock was moved on, too.
        clock.setTo(Instant.parse("2026-12-02T03:00:00Z"));
        String id = "431103-story-live";
        List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        List<String> elsewhere = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> ours = cockpit(client, supervisor());
                Stream<String> theirs =
                        cockpit(client, tokens.of(Role.SUPERVISOR).region("431102000000").mint())) {
            Thread one = Thread.startVirtualThread(() -> listen(ours, seen));
            Thread other = Thread.startVirtualThread(() -> listen(theirs, elsewhere));
            accept(id, 1, "2026-12-02T02:00:00Z", null);
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () ->
                                    http.get("/api/v1/watches/" + id + ".case", supervisor())
                                                    .status()
                                            == 200);
            clock.setTo(Instant.parse("2026-12-07T09:00:00Z"));
            awaitCards(id, "BLUE");

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () ->
                                    assertThat(seen)
                                            .contains("event:card-issued")
                                            .anyMatch(
                                                    line ->
                                                            line.startsWith("data:")
                                                                    && line.contains(id)));
            assertThat(elsewhere).noneMatch(line -> line.contains(id));
            client.shutdownNow();
            one.join(10_000);
            other.join(10_000);
        }
    }

    private Stream<String> cockpit(HttpClient client, String token) throws Exception {
        return client.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://127.0.0.1:" + port + "/api/v1/cockpit"))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofLines())
                .body();
    }

    private static void listen(Stream<String> lines, List<String> seen) {
        try {
            lines.forEach(seen::add);
        } catch (UncheckedIOException _) {
            // The stream ends with the test.
        }
    }

    @Test
    void nobody_sees_or_does_what_is_not_theirs() {
        String id = "431103-story-5";
        accept(id, 1, "2026-03-02T02:00:00Z", null);
        clock.setTo(Instant.parse("2026-03-09T16:00:00Z"));
        awaitCards(id, "YELLOW", "BLUE");
        String card = "/api/v1/cards/" + id + ".case.case-yellow-promise";
        String stranger =
                tokens.of(Role.SUPERVISOR).region("431121000000").subject("stranger").mint();
        for (String path :
                List.of(
                        "/api/v1/cards",
                        card,
                        card + "/proof",
                        "/api/v1/watches",
                        "/api/v1/watches/" + id + ".case",
                        "/api/v1/watches/summary?source=x",
                        "/api/v1/indicators?from=2026-01-01&to=2026-12-31",
                        "/api/v1/cockpit")) {
            assertThat(http.get(path, null).status()).as(path).isEqualTo(401);
        }
        assertThat(http.get(card, stranger).status()).isEqualTo(404);
        assertThat(http.get(card + "/proof", stranger).status()).isEqualTo(404);
        assertThat(http.get("/api/v1/watches/" + id + ".case", stranger).status()).isEqualTo(404);
        assertThat(http.get("/api/v1/cards", stranger).json().path("items").size()).isZero();
        assertThat(
                        http.post(
                                        card + "/revocation",
                                        stranger,
                                        Map.of("reason", "x"),
                                        "If-Match",
                                        "\"1\"")
                                .status())
                .isEqualTo(404);
        assertThat(
                        http.get(card + "/proof", tokens.of(Role.APPLICANT).party("party-1").mint())
                                .status())
                .isEqualTo(200);
        for (String body : List.of("{", "[]", "\"x\"", "{\"reason\":7}", "{\"unknown\":\"x\"}")) {
            int status = http.post(card + "/appeal", officer(), body, "If-Match", "\"1\"").status();
            assertThat(status).as(body).isEqualTo(400);
        }
        assertThat(
                        http.post(
                                        card + "/appeal",
                                        officer(),
                                        Map.of("reason", "x".repeat(2_000_000)),
                                        "If-Match",
                                        "\"1\"")
                                .status())
                .isEqualTo(413);
        for (String path :
                List.of(
                        "/api/v1/cards?limit=0",
                        "/api/v1/cards?cursor=nonsense",
                        "/api/v1/cards?colour=GREEN",
                        "/api/v1/watches?cursor=AAAA",
                        "/api/v1/watches?state=WRONG",
                        "/api/v1/watches/summary",
                        "/api/v1/indicators?from=2026-01-01",
                        "/api/v1/indicators?from=x&to=y",
                        "/api/v1/indicators?from=2026-02-01&to=2026-01-01",
                        "/api/v1/indicators?from=2026-01-01&to=2026-02-01&region=1",
                        "/api/v1/indicators?from=2026-01-01&to=2026-02-01&groupBy=colour")) {
            var answer = http.get(path, supervisor());
            assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(400);
            assertThat(answer.json().path("objections").size()).as(path).isPositive();
        }
        assertThat(http.get(card, supervisor()).json().path("version").asInt()).isEqualTo(1);
        List<String> pages = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    http.get("/api/v1/cards?limit=1&colour=BLUE&cursor=" + cursor, supervisor())
                            .json();
            page.path("items").forEach(i -> pages.add(i.path("id").asString()));
            cursor = page.path("next").isString() ? page.path("next").asString() : "";
        } while (!cursor.isEmpty() && pages.size() < 10);
        assertThat(pages).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void two_sweepers_at_once_draw_every_card_once() throws Exception {
        clock.setTo(Instant.parse("2026-03-02T03:00:00Z"));
        List<News> batch = new ArrayList<>();
        for (int i = 0; i < 400; i++) batch.add(news("431103-many-" + i));
        takeFacts.take(batch, clock.instant());
        Instant past = Instant.parse("2026-03-09T16:00:00Z");
        try (var sweepers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (int n = 0; n < 4; n++) {
                running.add(
                        sweepers.submit(
                                () -> {
                                    for (Colour colour : List.of(Colour.YELLOW, Colour.BLUE)) {
                                        while (sweep.sweep(colour, past, 25) > 0) {}
                                    }
                                }));
            }
            for (Future<?> one : running) one.get();
        }
        clock.setTo(past);
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(cardsOf("431103-many-")).hasSize(800));
        assertThat(cardsOf("431103-many-")).doesNotHaveDuplicates();
        Map<String, Integer> told = new LinkedHashMap<>();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            told.clear();
                            for (Topics.Message m : topics.all("oneseal.supervision.v1")) {
                                if (String.valueOf(m.key()).startsWith("431103-many-")) {
                                    told.merge(String.valueOf(m.key()), 1, Integer::sum);
                                }
                            }
                            assertThat(told).hasSize(800);
                        });
        assertThat(told.values()).containsOnly(1);
    }

    @Test
    void the_interface_is_the_published_one() {
        var answer = http.get("/api/v1/supervision/openapi.yaml", supervisor());
        assertThat(answer.status()).isEqualTo(200);
        CONTRACTS.assertCommitted(
                "openapi.yaml", answer.text().replaceAll("(?m)^servers:\\n(- .*\\n|  .*\\n)+", ""));
    }

    private List<String> cardsOf(String prefix) {
        return register
                .cardsSince(
                        new Scope.WithinRegion(new RegionCode(NEIGHBOUR)), Instant.EPOCH, 100_000)
                .stream()
                .map(c -> c.id())
                .filter(id -> id.startsWith(prefix))
                .toList();
    }

    private static News news(String id) {
        Instant at = Instant.parse("2026-03-02T02:00:00Z");
        return new News(
                new CaseHead(
                        id,
                        "no-" + id,
                        "item",
                        1,
                        "食品经营许可",
                        false,
                        false,
                        null,
                        null,
                        "ONLINE",
                        new RegionCode(NEIGHBOUR),
                        DEPARTMENT),
                new CaseFact.Accepted(
                        new Told(1, at, at, null, List.of()),
                        at,
                        false,
                        TimeLimit.workingDays(20),
                        TimeLimit.workingDays(5)));
    }

    private void awaitCards(String caseId, String... colours) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                assertThat(
                                                register
                                                        .cardsSince(
                                                                new Scope.Everywhere(),
                                                                Instant.EPOCH,
                                                                100_000)
                                                        .stream()
                                                        .filter(c -> c.caseId().equals(caseId))
                                                        .map(c -> c.colour().name())
                                                        .toList()
                                                        .reversed())
                                        .containsExactly(colours));
    }

    private List<String> cards() {
        return register
                .cardsSince(new Scope.WithinRegion(new RegionCode(COUNTY)), Instant.EPOCH, 100_000)
                .stream()
                .map(Object::toString)
                .toList();
    }

    private List<String> watches() {
        return register
                .watches(
                        new Scope.WithinRegion(new RegionCode(COUNTY)),
                        new Register.WatchFilter(null, null, null, null),
                        null,
                        "",
                        100_000)
                .stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    private JsonNode indicators() {
        return http.get(
                        "/api/v1/indicators?from=2010-01-01&to=2026-12-31&groupBy=day",
                        supervisor())
                .json();
    }

    private JsonNode summary() {
        return http.get("/api/v1/watches/summary?source=wabo-test", supervisor()).json();
    }

    private void accept(String id, long sequence, String at, @Nullable String party) {
        send(
                id,
                sequence,
                "accepted",
                at,
                data(
                        id,
                        Map.of(
                                "limits",
                                Map.of(
                                        "legal", Map.of("amount", 20, "unit", "WORKING_DAY"),
                                        "promised", Map.of("amount", 5, "unit", "WORKING_DAY")))));
    }

    /** A case of a department's system with a step after its end, if it has one. */
    private void fed(String id, String declaredDue, @Nullable String end) {
        Map<String, Object> received = fedData(id);
        received.put("clock", Map.of("declaredDue", declaredDue));
        received.put("calendar", "instants-only");
        sendLate(id, 1, "submitted", "2011-10-11T12:00:00Z", received);
        if (end == null) return;
        sendLate(id, 2, "finished", end, fedData(id));
        sendLate(id, 3, "step-completed", "2012-02-01T12:00:00Z", fedData(id));
    }

    private void send(String id, long sequence, String type, String at, Object data) {
        topics.send(
                "oneseal.cases.v1",
                id,
                "org.oneseal.cases." + type,
                sequence,
                Instant.parse(at),
                COUNTY,
                DEPARTMENT,
                data);
    }

    /** An event that became known only now. */
    private void sendLate(String id, long sequence, String type, String at, Object data) {
        ProducerRecord<String, byte @Nullable []> message =
                new ProducerRecord<>(
                        "oneseal.cases.v1", id, EventJson.writer().writeValueAsBytes(data));
        Map.of(
                        "ce_id",
                        id + "/" + sequence,
                        "ce_type",
                        "org.oneseal.cases." + type,
                        "ce_source",
                        "urn:oneseal:test",
                        "ce_subject",
                        id,
                        "ce_time",
                        at,
                        "ce_recordedat",
                        clock.instant().toString(),
                        "ce_sequence",
                        Long.toString(sequence),
                        "ce_region",
                        COUNTY)
                .forEach(
                        (name, value) ->
                                message.headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
        topics.send(message);
    }

    private static Map<String, Object> fedData(String id) {
        Map<String, Object> data = data(id, Map.of());
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("caseId", id);
        about.put("caseNumber", id);
        about.put("origin", "EXCHANGE");
        about.put("source", "wabo-test");
        about.put("channel", "Internet");
        about.put("region", COUNTY);
        data.put("case", about);
        return data;
    }

    private static Map<String, Object> data(String id, Map<String, Object> more) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("caseId", id);
        about.put("caseNumber", "no-" + id);
        about.put("itemCode", "item");
        about.put("itemVersion", 1);
        about.put("itemName", "食品经营许可");
        about.put("caseKind", "PROMISED");
        about.put("origin", "APPLICATION");
        about.put("party", "party-1");
        about.put("channel", "ONLINE");
        about.put("region", COUNTY);
        about.put("department", DEPARTMENT);
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("case", about);
        return data;
    }

    private String supervisor() {
        return tokens.of(Role.SUPERVISOR).region(COUNTY).subject("supervisor-he").mint();
    }

    private String officer() {
        return tokens.of(Role.CASE_OFFICER)
                .region(COUNTY)
                .department(DEPARTMENT)
                .subject("officer-tang")
                .mint();
    }
}
