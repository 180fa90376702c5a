package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.HandleCase;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.Request;
import org.oneseal.cases.intake.Accept;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.platform.worktime.WorkCalendars;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists a page at a time, what a decree does to open cases, documents, and what is not known. */
@PlatformTest
class WorklistTest {

    private static final AtomicInteger VERSIONS = new AtomicInteger();

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired Subscriptions subscriptions;
    @Autowired WorkCalendars calendars;
    @Autowired Cases cases;
    @Autowired ItemVersions items;
    @Autowired TransactionTemplate transactions;

    private District district;
    private String applicant;

    @BeforeEach
    void aDistrict() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        district = new District(http, tokens, topics);
        district.publishCatalog();
        applicant = district.applicant("list-firm", "永州市清单有限公司", "91431103MA4TEAT416");
    }

    @AfterEach
    void letTheClockRun() {
        clock.release();
    }

    @Test
    void everyOrderGoesThroughAllPagesOnceAndOverdueCasesAreFound() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            clock.advance(Duration.ofMinutes(1));
            ids.add(district.submit(applicant).json().path("id").asString());
        }
        String officer = district.officer();
        for (String order : List.of("DUE", "RECEIVED", "NUMBER")) {
            for (String direction : List.of("false", "true")) {
                String query = "/api/v1/cases?limit=2&order=" + order + "&descending=" + direction;
                List<String> seen = new ArrayList<>();
                String cursor = "";
                while (true) {
                    JsonNode page = http.get(query + cursor, officer).json();
                    for (JsonNode row : page.path("items")) seen.add(row.path("id").asString());
                    if (!page.path("next").isString()) break;
                    cursor = "&cursor=" + page.path("next").asString();
                }
                assertThat(seen).as(query).doesNotHaveDuplicates().containsAll(ids);
            }
        }
        assertThat(
                        http.get("/api/v1/cases?overdue=true&state=SUBMITTED", officer)
                                .json()
                                .path("items")
                                .size())
                .isZero();
        assertThat(
                        http.get(
                                        "/api/v1/cases?region=431103000000&state=SUBMITTED&item="
                                                + District.ITEM,
                                        applicant)
                                .json()
                                .path("items")
                                .size())
                .isGreaterThanOrEqualTo(7);
        Answer accepted =
                act(
                        http.get("/api/v1/cases/" + ids.getFirst(), officer),
                        "/acceptance",
                        district.clerk(),
                        null);
        assertThat(accepted.status()).isEqualTo(200);
        clock.setTo(Instant.parse("2026-12-20T02:00:00Z"));
        JsonNode overdue =
                http.get("/api/v1/cases?overdue=true&order=DUE&limit=200", officer)
                        .json()
                        .path("items");
        var late = new HashSet<String>();
        for (JsonNode row : overdue) late.add(row.path("id").asString());
        assertThat(late).contains(ids.getFirst());
    }

    @Test
    void aDecreeMovesOpenCasesByItselfAndTellsOldAndNew() {
        Answer submitted = district.submit(applicant);
        Answer accepted = act(submitted, "/acceptance", district.clerk(), null);
        String url = "/api/v1/cases/" + submitted.json().path("id").asString();
        assertThat(accepted.json().path("promisedDue").asString())
                .isEqualTo("2026-12-02T09:00:00Z");

        ObjectNode decree = District.sample("calendar-published");
        later(decree);
        decree.withArray("holidays").add("2026-11-27");
        decree.put("decree", "made-up decree");
        publish(decree);

        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                http.get(url, applicant)
                                        .json()
                                        .path("promisedDue")
                                        .asString()
                                        .equals("2026-12-03T09:00:00Z"));
        assertThat(http.get(url + "/timeline", applicant).text()).contains("made-up decree");
        recountsAreOver();

        // Other tests share the broker: the decree is taken back.
        ObjectNode usual = District.sample("calendar-published");
        later(usual);
        publish(usual);
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                http.get(url, applicant)
                                        .json()
                                        .path("promisedDue")
                                        .asString()
                                        .equals("2026-12-02T09:00:00Z"));
        recountsAreOver();
    }

    /** A replica may remember the calendar before for a moment, and count by it. */
    @Test
    void aCaseAcceptedByAnOldMemoryIsFoundByTheRecount() {
        Answer submitted = district.submit(applicant);
        String id = submitted.json().path("id").asString();
        RegionCode region = new RegionCode(District.REGION);
        WorkCalendar before = calendars.of(region);
        ObjectNode decree = District.sample("calendar-published");
        later(decree);
        decree.withArray("holidays").add("2026-11-27");
        decree.put("decree", "another made-up decree");
        publish(decree);
        await().atMost(Duration.ofSeconds(30)).until(() -> recounts("settles_at IS NOT NULL") == 1);

        // Its answer date has moved, which is told.
        long version = http.get("/api/v1/cases/" + id, applicant).json().path("version").asLong();
        HandleCase remembering =
                new HandleCase(cases, items, _ -> Optional.of(before), new Ids(clock));
        Handler clerk = new Handler("clerk", Set.of("window-clerk"), null);
        transactions.executeWithoutResult(
                _ ->
                        remembering.handle(
                                new Request(
                                        id,
                                        version,
                                        new Scope.Everywhere(),
                                        clerk,
                                        Actor.system("another replica")),
                                new Accept(),
                                clock.instant()));
        String url = "/api/v1/cases/" + id;
        assertThat(http.get(url, applicant).json().path("promisedDue").asString())
                .isEqualTo("2026-12-02T09:00:00Z");

        recountsAreOver();
        assertThat(http.get(url, applicant).json().path("promisedDue").asString())
                .isEqualTo("2026-12-03T09:00:00Z");
        assertThat(http.get(url + "/timeline", applicant).text()).contains("another made-up");

        ObjectNode usual = District.sample("calendar-published");
        later(usual);
        publish(usual);
        await().atMost(Duration.ofSeconds(30)).until(() -> recounts("settles_at IS NOT NULL") == 1);
        recountsAreOver();
    }

    /** All cases were counted; when no memory is old any more those written meanwhile are too. */
    private void recountsAreOver() {
        await().atMost(Duration.ofSeconds(30)).until(() -> recounts("settles_at IS NULL") == 0);
        clock.advance(Duration.ofSeconds(31));
        await().atMost(Duration.ofSeconds(30)).until(() -> recounts("true") == 0);
    }

    private int recounts(String which) {
        return jdbc.sql("SELECT count(*) FROM recount WHERE " + which)
                .query(Integer.class)
                .single();
    }

    /** Published after all others that tests have published. */
    private static void later(ObjectNode calendar) {
        calendar.put("version", calendar.path("version").asInt() + VERSIONS.incrementAndGet());
    }

    private void publish(ObjectNode calendar) {
        topics.send(
                "oneseal.catalog.calendars.v1",
                "100000000000/2026",
                "org.oneseal.catalog.calendar-published",
                calendar.path("version").asLong(),
                Instant.parse("2026-11-23T03:00:00Z"),
                "100000000000",
                null,
                calendar);
    }

    @Test
    void projectionsAreBuiltAgainFromNothingAndEndEqual() {
        String sql = "SELECT item_code || version || body::text FROM item_version ORDER BY 1";
        List<@Nullable String> before = jdbc.sql(sql).query(String.class).list();
        assertThat(before).isNotEmpty();

        subscriptions.rebuild("cases-items");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(jdbc.sql(sql).query(String.class).list())
                                        .isEqualTo(before));
    }

    @Test
    void anItemNobodyKnowsWaitsForTheCatalogAndNothingIsWritten() {
        int cases = jdbc.sql("SELECT count(*) FROM cases").query(Integer.class).single();

        Answer answer =
                http.post(
                        "/api/v1/cases",
                        applicant,
                        Map.of("itemCode", "11431103YYYY00207T4000100099000"));

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotNull();
        assertThat(jdbc.sql("SELECT count(*) FROM cases").query(Integer.class).single())
                .isEqualTo(cases);
    }

    @Test
    void aDocumentIsWhatItsContentSays() {
        String url =
                "/api/v1/cases/"
                        + district.submit(applicant).json().path("id").asString()
                        + "/documents";

        Answer forged = upload(url, "scan.pdf", "MZ this is a program");
        Answer kept = upload(url, "scan.pdf", "%PDF-1.7 content");

        assertThat(forged.objections()).containsExactly("file-kind-unknown");
        assertThat(kept.status()).as(kept.text()).isEqualTo(201);
        assertThat(kept.json().path("digest").asString()).startsWith("SM3:");
        assertThat(http.get(url, applicant).json().size()).isEqualTo(1);
        assertThat(http.get(url + "/" + kept.json().path("id").asString(), applicant).text())
                .isEqualTo("%PDF-1.7 content");
    }

    private Answer upload(String url, String name, String content) {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                        + name
                        + "\"\r\nContent-Type: application/pdf\r\n\r\n"
                        + content
                        + "\r\n--b--\r\n";
        return http.post(url, applicant, body, "Content-Type", "multipart/form-data; boundary=b");
    }

    private Answer act(Answer before, String path, String token, @Nullable Object body) {
        String url = "/api/v1/cases/" + before.json().path("id").asString();
        return http.post(
                url + path,
                token,
                body,
                "If-Match",
                "\"" + before.json().path("version").asLong() + "\"");
    }
}
