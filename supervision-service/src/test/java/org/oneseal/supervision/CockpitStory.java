package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is seen live at the close of business, when cards come by the thousand, and by whom. */
class CockpitStory extends Story {

    private static final int MANY = 1700;

    @Autowired JdbcTemplate jdbc;
    @LocalServerPort int port;

    CockpitStory() {
        super("431183000000");
    }

    @Test
    void cards_that_come_by_the_thousand_are_all_seen_once_by_whom_they_concern() throws Exception {
        String id = "431183-cockpit-1";
        clock.setTo(Instant.parse("2026-12-02T03:00:00Z"));
        accept(id, "2026-12-02T02:00:00Z");
        awaitWatch(id, "case");
        clock.setTo(Instant.parse("2026-12-07T09:00:00Z"));
        awaitCards(id, "case-blue");
        clock.setTo(Instant.parse("2026-12-07T10:00:00Z"));
        // Answers for tickets, and for no department's cards.
        String agent =
                tokens.of(Role.WINDOW_CLERK, Role.HOTLINE_AGENT)
                        .region(county())
                        .subject("agent")
                        .mint();
        List<String> seen = new CopyOnWriteArrayList<>();
        List<String> beside = new CopyOnWriteArrayList<>();
        try (HttpClient client = HttpClient.newHttpClient();
                Stream<String> ours = cockpit(client, supervisor());
                Stream<String> agents = cockpit(client, agent)) {
            Thread.startVirtualThread(() -> listen(ours, seen));
            Thread.startVirtualThread(() -> listen(agents, beside));
            jdbc.update(
                    """
                    INSERT INTO cards
                    SELECT (jsonb_populate_record(c, jsonb_build_object(
                               'id', c.id || '-' || n,
                               'watch_id', c.watch_id || '-' || n, 'issued_at', ?::text))).*
                      FROM cards c, generate_series(1, ?) n WHERE c.case_id = ?
                    """,
                    clock.instant().toString(),
                    MANY,
                    id);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> ids(seen).distinct().count() == MANY);
            assertThat(ids(seen)).doesNotHaveDuplicates();
            assertThat(ids(beside)).isEmpty();
            client.shutdownNow();
        } finally {
            jdbc.update("DELETE FROM cards WHERE id LIKE ? || '.case.case-blue-%'", id);
        }
        assertThat(
                        http.get("/api/v1/indicators?from=2026-12-01&to=2026-12-31", agent)
                                .json()
                                .at("/groups/0/figures/sums/ACCEPTED")
                                .asInt())
                .isZero();
    }

    private static Stream<String> ids(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("id:"));
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
}
