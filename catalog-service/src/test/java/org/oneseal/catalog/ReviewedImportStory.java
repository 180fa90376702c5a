package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Where two persons are needed, a list and the packages that come with the service leave drafts.
 */
@PlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewedImportStory extends WatchedCity {

    private static final Path LIST = Path.of("src/main/resources/reference/items-county.csv");
    private static final List<String> RESTAURANT =
            List.of(
                    "个体工商户设立登记",
                    "企业设立登记",
                    "食品经营许可",
                    "公众聚集场所投入使用营业前消防安全检查",
                    "设置大型户外广告及在城市建筑物设施上悬挂张贴宣传品审批",
                    "城镇污水排入排水管网许可",
                    "城市建筑垃圾处置核准");

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;
    @Autowired JdbcClient sql;

    private TwoEditors two() {
        return new TwoEditors(http, tokens, REVIEWED);
    }

    @Test
    @Order(1)
    void aTrialSaysWhatWillWaitAndTheImportLeavesDrafts() throws IOException {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        CountyDesk desk = new CountyDesk(http, tokens, REVIEWED);
        int number = 80;
        for (String name : departments()) {
            desk.department("430225-L" + number, name, CountyDesk.uscc(REVIEWED, number));
            number++;
        }
        String before = rows();
        JsonNode trial = imported(list(), true);
        assertThat(trial.path("waiting").asInt()).as(trial.toString()).isEqualTo(7);
        assertThat(results(trial)).containsOnly("WAITING");
        assertThat(rows()).isEqualTo(before);
        JsonNode taken = imported(list(), false);
        assertThat(results(taken)).containsOnly("WAITING");
        assertThat(taken.at("/lines/0/version").asInt()).isZero();
        for (String path : items(taken)) {
            assertThat(two().state(path)).isEqualTo("TO_SUBMIT");
            assertThat(two().view(path).path("status").asString()).isEqualTo("DRAFT");
            assertThat(two().history(path)).containsExactly("item-edited DRAFTED anna");
        }
        String after = rows();
        assertThat(results(imported(list(), false))).containsOnly("WAITING");
        assertThat(rows()).isEqualTo(after);
    }

    @Test
    @Order(2)
    void aDraftThatSaysSomethingElseOrWasSentBackIsLeftAlone() throws IOException {
        List<String> items = items(imported(list(), true));
        String other = list().replace(",食品安全法,", ",食品安全法第三十五条,");
        assertThat(codes(imported(other, false))).containsExactly("item-being-edited");
        Http.Answer own =
                two().review(items.getFirst(), two().anna(), java.util.Map.of("passed", true));
        assertThat(own.objections()).containsExactly("same-person");
        two().sentBack(items.getFirst(), "依据不全");
        assertThat(codes(imported(list(), false))).containsExactly("draft-rejected");
        assertThat(two().state(items.getFirst())).isEqualTo("REJECTED");
        assertThat(two().publish(items.getFirst()).objections()).containsExactly("draft-rejected");
    }

    @Test
    @Order(3)
    void whatAnotherPersonPassedIsPublishedAndThenTheListChangesNothing() throws IOException {
        for (String path : items(imported(list(), true))) two().reviewedAndPublished(path);
        String before = rows();
        assertThat(results(imported(list(), false))).containsOnly("UNCHANGED");
        assertThat(rows()).isEqualTo(before);
        String stricter = list().replace(",食品安全法,", ",食品安全法第三十五条,");
        JsonNode next = imported(stricter, false);
        assertThat(next.path("waiting").asInt()).isEqualTo(1);
        assertThat(next.path("unchanged").asInt()).isEqualTo(6);
    }

    @Test
    @Order(4)
    void aPackageThatComesWithTheServiceWaitsToo() {
        String path = "/api/v1/packages/430225-restaurant";
        assertThat(adopted("restaurant")).isEqualTo("WAITING");
        assertThat(two().state(path)).isEqualTo("TO_SUBMIT");
        assertThat(adopted("restaurant")).isEqualTo("THERE");
        assertThat(two().publish(path).objections()).containsExactly("draft-not-checked");
        two().reviewedAndPublished(path);
    }

    private String adopted(String code) {
        return http.post("/api/v1/packages/imports?region=" + REVIEWED, two().anna(), "")
                .json()
                .valueStream()
                .filter(line -> line.path("code").asString().endsWith(code))
                .findFirst()
                .orElseThrow()
                .path("result")
                .asString();
    }

    private static List<String> rows(Predicate<String[]> which) throws IOException {
        return Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#"))
                .filter(line -> which.test(line.split(",")))
                .toList();
    }

    private static String list() throws IOException {
        List<String> lines = new ArrayList<>(rows(cells -> cells[0].equals("name")));
        lines.addAll(rows(cells -> RESTAURANT.contains(cells[0])));
        return String.join("\n", lines) + "\n";
    }

    private static TreeSet<String> departments() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        rows(cells -> RESTAURANT.contains(cells[0])).forEach(row -> names.add(row.split(",")[2]));
        return names;
    }

    private JsonNode imported(String list, boolean dryRun) {
        Http.Answer answer =
                http.post(
                        "/api/v1/items/imports?region=" + REVIEWED + "&dryRun=" + dryRun,
                        two().anna(),
                        list,
                        "Content-Type",
                        "text/csv;charset=UTF-8");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> results(JsonNode report) {
        return report.path("lines")
                .valueStream()
                .map(line -> line.path("result").asString())
                .toList();
    }

    private static List<String> items(JsonNode report) {
        return report.path("lines")
                .valueStream()
                .map(line -> "/api/v1/items/" + line.path("code").asString())
                .toList();
    }

    private static List<String> codes(JsonNode report) {
        return report.path("lines")
                .valueStream()
                .flatMap(line -> line.path("objections").valueStream())
                .map(o -> o.path("code").asString())
                .toList();
    }

    /** What the county has; others may go on meanwhile. */
    private String rows() {
        return sql.sql(
                        """
                        SELECT concat_ws('/', sum(i.version),
                               (SELECT count(*) FROM item_versions v JOIN items o ON o.code = v.code
                                 WHERE o.region = :county),
                               (SELECT count(*) FROM history h JOIN items o ON o.code = h.aggregate_id
                                 WHERE o.region = :county))
                          FROM items i WHERE i.region = :county
                        """)
                .param("county", REVIEWED)
                .query(String.class)
                .single();
    }
}
