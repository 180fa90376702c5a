package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Lists a page at a time, documents, and what is not known. */
@PlatformTest
class WorklistTest extends InDistrict {

    @Autowired JdbcClient jdbc;
    @Autowired Subscriptions subscriptions;

    WorklistTest() {
        super("list-firm", "永州市清单有限公司", "91431103MA4TEAT416");
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
                        "acceptance",
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
    void projectionsAreBuiltAgainFromNothingAndEndEqual() {
        String sql = "SELECT item_code || version || body::text FROM item_version ORDER BY 1";
        List<@Nullable String> before = jdbc.sql(sql).query(String.class).list();
        assertThat(before).isNotEmpty();

        subscriptions.rebuild("cases-items");

        await().atMost(Patience.SOON)
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
}
