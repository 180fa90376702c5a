package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Patience;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Who sees what, live and otherwise, and what is asked in vain. */
class ReachStory extends Story {

    private static final String COUNTY = "431129000000";

    @LocalServerPort int port;

    ReachStory() {
        super(COUNTY);
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
            accept(id, "2026-12-02T02:00:00Z");
            await().atMost(SOON)
                    .until(
                            () ->
                                    http.get("/api/v1/watches/" + id + ".case", supervisor())
                                                    .status()
                                            == 200);
            clock.setTo(Instant.parse("2026-12-07T09:00:00Z"));
            awaitColours(id, "BLUE");

            await().atMost(Patience.SOON)
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

    /** Whoever answers for tickets, the market or publicity sees these, and no officer's cards. */
    @Test
    void who_answers_for_one_kind_of_matter_sees_no_other() {
        String id = "431129-reach-kinds";
        String project = "431129-reach-project";
        accept(id, "2026-03-02T02:00:00Z");
        topics.send(
                "oneseal.market.v1",
                project,
                "org.oneseal.market.drawn",
                1,
                Instant.parse("2026-03-02T02:00:00Z"),
                COUNTY,
                department(),
                Map.of("projectId", project, "region", COUNTY, "confirmBy", "2026-03-04"));
        var ticket =
                http.post(
                        "/api/v1/watches/matters",
                        tokens.of(Role.HOTLINE_AGENT).region(COUNTY).subject("agent").mint(),
                        Map.of(
                                "kind", "TICKET",
                                "number", "reach-1",
                                "title", "催办",
                                "region", COUNTY,
                                "department", department(),
                                "reached", "received",
                                "awaits", "answered",
                                "at", "2026-03-02T02:00:00Z"));
        assertThat(ticket.status()).as(ticket.text()).isEqualTo(201);
        clock.setTo(Instant.parse("2026-03-09T16:00:00Z"));
        awaitColours(id, "YELLOW", "BLUE");
        awaitCards(project, "market-yellow");
        String ofCase = "/api/v1/watches/" + id + ".case";
        String card = "/api/v1/cards/" + id + ".case.case-yellow-promise";
        Map<Role, Set<String>> charges =
                Map.of(
                        Role.HOTLINE_AGENT, Set.of("TICKET"),
                        Role.MARKET_OPERATOR, Set.of("MARKET"),
                        Role.CREDIT_OFFICER, Set.of(),
                        Role.CATALOG_EDITOR, Set.of());
        charges.forEach(
                (role, kinds) -> {
                    String token = tokens.of(role).region(COUNTY).subject("staff").mint();
                    assertThat(kinds("/api/v1/watches", token)).as(role.name()).isEqualTo(kinds);
                    for (String path : List.of(ofCase, card, card + "/proof")) {
                        assertThat(http.get(path, token).status())
                                .as(role + " " + path)
                                .isEqualTo(404);
                    }
                    assertThat(kinds("/api/v1/cards", token)).as(role.name()).isSubsetOf(kinds);
                });
        String market = tokens.of(Role.MARKET_OPERATOR).region(COUNTY).subject("market").mint();
        assertThat(kinds("/api/v1/cards", market)).containsExactly("MARKET");
        assertThat(
                        http.get(
                                        "/api/v1/watches/" + project + ".market-1",
                                        tokens.of(Role.MARKET_OPERATOR)
                                                .region("431121000000")
                                                .subject("elsewhere")
                                                .mint())
                                .status())
                .isEqualTo(404);
        assertThat(kinds("/api/v1/watches", supervisor())).contains("CASE", "TICKET", "MARKET");
    }

    private Set<String> kinds(String list, String token) {
        return http.get(list + "?limit=200", token)
                .json()
                .path("items")
                .valueStream()
                .map(item -> item.path("kind").asString())
                .collect(Collectors.toSet());
    }

    /** A supervisor who is an officer too answers the cards of the own department alone. */
    @Test
    void nobody_answers_a_card_for_another_department() {
        String id = "431129-reach-answer";
        accept(id, "2026-03-02T02:00:00Z");
        clock.setTo(Instant.parse("2026-03-09T16:00:00Z"));
        awaitColours(id, "YELLOW", "BLUE");
        String card = "/api/v1/cards/" + id + ".case.case-yellow-promise";
        String both =
                tokens.of(Role.SUPERVISOR, Role.CASE_OFFICER)
                        .region(COUNTY)
                        .department("431129-WJ")
                        .subject("both")
                        .mint();
        assertThat(http.get(card, both).status()).isEqualTo(200);
        for (String action : List.of("acknowledgement", "appeal")) {
            assertThat(
                            http.post(
                                            card + "/" + action,
                                            both,
                                            Map.of("reason", "x"),
                                            "If-Match",
                                            "\"1\"")
                                    .status())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(http.get(card, supervisor()).json().path("state").asString())
                .isEqualTo("ISSUED");
    }

    @Test
    void nobody_sees_or_does_what_is_not_theirs() {
        String id = "431103-story-5";
        accept(id, "2026-03-02T02:00:00Z");
        clock.setTo(Instant.parse("2026-03-09T16:00:00Z"));
        awaitColours(id, "YELLOW", "BLUE");
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
}
