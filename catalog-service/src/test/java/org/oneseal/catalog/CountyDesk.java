package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.platform.identity.UnifiedSocialCreditCode;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Tokens;

/** A county's catalog editor at work over HTTP, for stories. */
public final class CountyDesk {

    private final Http http;
    private final Tokens tokens;
    private final String region;

    public CountyDesk(Http http, Tokens tokens, String region) {
        this.http = http;
        this.tokens = tokens;
        this.region = region;
    }

    public String editor() {
        return tokens.of(Role.CATALOG_EDITOR).region(region).mint();
    }

    public String operator() {
        return tokens.of(Role.PLATFORM_OPERATOR).mint();
    }

    public String citizen() {
        return tokens.of(Role.APPLICANT).party("431103-01kb0000000000000000000001").mint();
    }

    /** A made-up unified social credit code of a body registered in a region. */
    public static String uscc(String region, int number) {
        String organisation = "YYYY%04d".formatted(number);
        String first =
                "11"
                        + region.substring(0, 6)
                        + organisation
                        + UnifiedSocialCreditCode.organisationCheck(organisation);
        return first + UnifiedSocialCreditCode.check(first);
    }

    public void department(String code, String name, String uscc) {
        department(code, name, uscc, region);
    }

    public void department(String code, String name, String uscc, String of) {
        Http.Answer answer =
                http.post(
                        "/api/v1/departments",
                        operator(),
                        Map.of("code", code, "name", name, "uscc", uscc, "region", of));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    }

    /** A licence that may be published as it stands. */
    public static Map<String, Object> licence(String uscc, String name, int promised) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("name", name);
        content.put("itemType", "01");
        content.put("caseKind", "PROMISED");
        content.put("serviceObjects", List.of("LEGAL"));
        content.put("legalLimit", days(20));
        content.put("promisedLimit", days(promised));
        content.put("legalBasis", "公共场所卫生管理条例");
        content.put("materials", List.of(material("m1", "申请表"), material("m2", "平面布局图")));
        content.put(
                "steps",
                List.of(
                        step("accept", "受理", "window-clerk", false),
                        step("decide", "决定", "chief-approver", true)));
        content.put("authority", Map.of("source", "STATUTORY", "nature", "STATUTORY"));
        content.put("guide", guide());
        content.put("deemedAcceptance", Map.of("limit", days(5), "legalGround", "行政许可法第三十二条"));
        content.put(
                "results",
                List.of(
                        Map.of(
                                "code",
                                "r1",
                                "name",
                                name + "证",
                                "certificateType",
                                uscc + "001",
                                "validityMonths",
                                48)));
        return content;
    }

    private static Map<String, Object> guide() {
        return Map.of(
                "modes",
                List.of("WINDOW", "ONLINE", "KIOSK"),
                "reaches",
                List.of("NEARBY", "ASSISTED"),
                "onlineDepth",
                List.of("CONSULTATION", "ACCEPTANCE"),
                "trips",
                1,
                "tripReason",
                "核验原件",
                "conditions",
                "符合条件",
                "venues",
                List.of(
                        Map.of(
                                "name", "政务服务中心",
                                "location", "一楼",
                                "hours", "9:00-17:00")),
                "consultation",
                "12345",
                "complaints",
                "12345",
                "url",
                "https://example.org/apply");
    }

    public static Map<String, Object> days(int amount) {
        return Map.of("amount", amount, "unit", "WORKING_DAY");
    }

    public static Map<String, Object> material(String code, String name) {
        return Map.of(
                "code",
                code,
                "name",
                name,
                "necessity",
                "REQUIRED",
                "core",
                true,
                "form",
                "BOTH",
                "copies",
                1,
                "source",
                "APPLICANT");
    }

    /** Steps of a licence that a lower body examines before it is decided, in working days. */
    public static List<Map<String, Object>> examinedFirst(int days) {
        Map<String, Object> examination =
                new LinkedHashMap<>(step("examine", "初审", "case-officer", false));
        examination.put("limit", days(days));
        examination.put("priorExamination", true);
        return List.of(
                step("accept", "受理", "window-clerk", false),
                examination,
                step("decide", "决定", "chief-approver", true));
    }

    private static Map<String, Object> step(
            String code, String name, String role, boolean separate) {
        return Map.of("code", code, "name", name, "role", role, "separate", separate);
    }

    /** Drafts a new item; answers with its tag. */
    public String draft(String code, String department, Map<String, Object> content) {
        Http.Answer answer =
                http.post(
                        "/api/v1/items",
                        editor(),
                        Map.of("code", code, "department", department, "content", content));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return tag(answer);
    }

    public String redraft(String code, String tag, Map<String, Object> content) {
        Http.Answer answer =
                http.put("/api/v1/items/" + code + "/draft", editor(), content, "If-Match", tag);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return tag(answer);
    }

    /** Publishes the draft from a day on; answers with the tag. */
    public String publish(String code, String tag, String day) {
        Http.Answer answer =
                http.post(
                        "/api/v1/items/" + code + "/versions",
                        editor(),
                        Map.of("effectiveFrom", day),
                        "If-Match",
                        tag);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return tag(answer);
    }

    public static String tag(Http.Answer answer) {
        String tag = answer.header("ETag");
        assertThat(tag).as(answer.text()).isNotNull();
        return String.valueOf(tag);
    }
}
