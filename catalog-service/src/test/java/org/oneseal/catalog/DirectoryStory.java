package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A district brings its directory of 97 intermediary services, as its report counts them. */
@PlatformTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DirectoryStory {

    private static final String DISTRICT = "431023000000";
    private static final int SERVICES = 97;
    private static final String HEADER =
            "code,name,legal_basis,requirements,time_limit,charges,result\n";

    @Autowired Http http;
    @Autowired Tokens tokens;

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, DISTRICT);
    }

    private static String list(String basis) {
        StringBuilder csv = new StringBuilder("# 行政审批中介服务事项指导目录\n").append(HEADER);
        for (int i = 1; i <= SERVICES; i++) {
            csv.append("yx-%d,\"第%d项服务,含报告\",%s,有相应资质,%d个工作日,双方约定,报告书\n".formatted(i, i, basis, i));
        }
        return csv.toString();
    }

    @Test
    @Order(1)
    void aTrialSaysWhatWouldComeAndTakesNothing() {
        JsonNode trial = imported(list("某条例第三条"), true).json();
        assertThat(trial.path("added").asInt()).as(trial.toString()).isEqualTo(SERVICES);
        assertThat(listed()).isEmpty();
    }

    @Test
    @Order(2)
    void allOfThemAreTakenAndListedPageByPageWithTheirElements() {
        JsonNode taken = imported(list("某条例第三条"), false).json();
        assertThat(taken.path("added").asInt()).as(taken.toString()).isEqualTo(SERVICES);
        assertThat(taken.path("refused").asInt()).isZero();
        List<JsonNode> listed = listed();
        assertThat(listed).hasSize(SERVICES).doesNotHaveDuplicates();
        JsonNode last = http.get("/api/v1/directory/yx-97", desk().citizen()).json();
        assertThat(last.path("name").asString()).isEqualTo("第97项服务,含报告");
        assertThat(last.path("legalBasis").asString()).isEqualTo("某条例第三条");
        assertThat(last.path("requirements").asString()).isEqualTo("有相应资质");
        assertThat(last.path("timeLimit").asString()).isEqualTo("97个工作日");
        assertThat(last.path("charges").asString()).isEqualTo("双方约定");
        assertThat(last.path("result").asString()).isEqualTo("报告书");
    }

    @Test
    @Order(3)
    void aSecondTimeNothingChangesAndWhatReadsOtherwiseIsChanged() {
        JsonNode again = imported(list("某条例第三条"), false).json();
        assertThat(again.path("unchanged").asInt()).isEqualTo(SERVICES);
        assertThat(version("yx-1")).isEqualTo(1);
        JsonNode changed = imported(HEADER + "yx-1,测绘,测绘法第二十七条,,,,\n", false).json();
        assertThat(changed.path("changed").asInt()).isEqualTo(1);
        assertThat(version("yx-1")).isEqualTo(2);
        assertThat(listed()).hasSize(SERVICES);
    }

    private long version(String code) {
        return http.get("/api/v1/directory/" + code, desk().citizen())
                .json()
                .path("version")
                .asLong();
    }

    @Test
    @Order(4)
    void aLineThatIsWrongIsRefusedWithAllThatStandsAgainstIt() {
        String wrong =
                HEADER
                        + "yx-2,测绘,,,,,\n"
                        + "YX,,,,,,\n"
                        + "yx-2,测绘,测绘法,,,,\n"
                        + "hjyxpj,测绘,测绘法,,,,\n"
                        + "yx-3,%s,测绘法,,,,\n".formatted("测".repeat(201));
        JsonNode lines = imported(wrong, false).json().path("lines");
        assertThat(codes(lines, 0)).containsExactly("service-without-basis");
        assertThat(codes(lines, 1))
                .containsExactly("cell-invalid", "service-name-missing", "service-without-basis");
        assertThat(codes(lines, 2)).containsExactly("row-repeated");
        assertThat(codes(lines, 3)).containsExactly("entry-key-taken");
        assertThat(codes(lines, 4)).containsExactly("cell-invalid");
        assertThat(imported("code,name\nx,y\n", false).objections())
                .containsExactly("columns-missing");
        assertThat(codes(imported(inCharge("431023-XX"), true).json().path("lines"), 0))
                .containsExactly("department-unknown");
        assertThat(version("yx-2")).isEqualTo(1);
    }

    private static String inCharge(String department) {
        return HEADER.strip() + ",department\nyx-4,测绘,测绘法,,,,," + department + "\n";
    }

    private static List<String> codes(JsonNode lines, int line) {
        return lines.path(line)
                .path("objections")
                .valueStream()
                .map(o -> o.path("code").asString())
                .toList();
    }

    @Test
    @Order(5)
    void onlyTheEditorsOfTheRegionBringOne() {
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region("431102000000").mint();
        for (String token : List.of(elsewhere, desk().citizen())) {
            assertThat(imported(list("某条例"), false, token).status()).isEqualTo(403);
        }
        assertThat(imported(list("某条例"), false, null).status()).isEqualTo(401);
    }

    private Http.Answer imported(String csv, boolean dryRun) {
        return imported(csv, dryRun, desk().editor());
    }

    private Http.Answer imported(
            String csv, boolean dryRun, @org.jspecify.annotations.Nullable String token) {
        return http.post(
                "/api/v1/directory/imports?region=" + DISTRICT + "&dryRun=" + dryRun,
                token,
                csv,
                "Content-Type",
                "text/csv;charset=UTF-8");
    }

    /** Those of the district itself, without those that count in the whole country. */
    private List<JsonNode> listed() {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page =
                    http.get(
                                    "/api/v1/directory?limit=30&region=" + DISTRICT + cursor,
                                    desk().citizen())
                            .json();
            page.path("items").forEach(all::add);
            cursor = page.path("next").isString() ? "&cursor=" + page.path("next").asString() : "";
        } while (!cursor.isEmpty());
        return all.stream().filter(s -> s.path("region").asString().equals(DISTRICT)).toList();
    }
}
