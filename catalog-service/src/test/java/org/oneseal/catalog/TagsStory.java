package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** People look for items under a topic (主题), or for those that are made easy for them (便民). */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TagsStory {

    /** 醴陵市. */
    private static final String COUNTY = "430281000000";

    private static final String DEPARTMENT = "430281-WJ";
    private static final String USCC = CountyDesk.uscc(COUNTY, 1);
    private static final String HOTEL = USCC + "4000100001000";
    private static final String WATER = USCC + "4000100002000";
    private static final String PLAIN = USCC + "4000100003000";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, COUNTY);
    }

    @BeforeAll
    void threeItems() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        CountyDesk desk = desk();
        desk.department(DEPARTMENT, "卫生健康局", USCC);
        published(
                HOTEL,
                "公共场所卫生许可",
                List.of("旅游观光"),
                List.of("准营准办", "医疗卫生"),
                List.of("AFTER_HOURS", "BARRIER_FREE"));
        published(WATER, "饮用水供水单位卫生许可", List.of("医疗卫生"), List.of(), List.of("GREEN_CHANNEL"));
        published(PLAIN, "放射诊疗许可", List.of(), List.of(), List.of());
    }

    private void published(
            String code, String name, List<String> people, List<String> firms, List<String> ease) {
        Map<String, Object> content = new LinkedHashMap<>(CountyDesk.licence(USCC, name, 5));
        content.put("serviceObjects", List.of("NATURAL", "LEGAL"));
        content.put("particulars", Map.of("personTopics", people, "legalTopics", firms));
        Map<String, Object> guide = guide(content);
        guide.put("conveniences", ease);
        guide.put("appointment", code.equals(WATER));
        content.put("guide", guide);
        desk().publish(code, desk().draft(code, DEPARTMENT, content), "2026-11-23");
    }

    private static Map<String, Object> guide(Map<String, Object> content) {
        Map<String, Object> guide = new LinkedHashMap<>();
        if (content.get("guide") instanceof Map<?, ?> said) {
            said.forEach((key, value) -> guide.put(key.toString(), value));
        }
        return guide;
    }

    @Test
    void aTopicFindsWhatIsListedUnderItForWhomItIs() {
        assertThat(codes("topic=医疗卫生")).containsExactlyInAnyOrder(HOTEL, WATER);
        assertThat(codes("topic=医疗卫生&object=NATURAL")).containsExactly(WATER);
        assertThat(codes("topic=医疗卫生&object=LEGAL")).containsExactly(HOTEL);
        assertThat(codes("topic=旅游观光")).containsExactly(HOTEL);
        assertThat(codes("topic=占卜")).isEmpty();
    }

    @Test
    void whatIsMadeEasyIsFoundWhereverTheItemSaysSo() {
        assertThat(codes("convenience=AFTER_HOURS")).containsExactly(HOTEL);
        assertThat(codes("convenience=BARRIER_FREE")).containsExactly(HOTEL);
        assertThat(codes("convenience=GREEN_CHANNEL")).containsExactly(WATER);
        assertThat(codes("convenience=BY_APPOINTMENT")).containsExactly(WATER);
        assertThat(codes("convenience=SELF_SERVICE"))
                .containsExactlyInAnyOrder(HOTEL, WATER, PLAIN);
        assertThat(codes("convenience=NEARBY")).containsExactlyInAnyOrder(HOTEL, WATER, PLAIN);
        for (String none : List.of("AT_HOME", "AT_ONCE", "ON_THE_PHONE", "FULLY_ONLINE")) {
            assertThat(codes("convenience=" + none)).as(none).isEmpty();
        }
        assertThat(codes("topic=医疗卫生&convenience=BARRIER_FREE")).containsExactly(HOTEL);
        JsonNode line = listed("convenience=GREEN_CHANNEL&region=" + COUNTY).getFirst();
        assertThat(line.path("conveniences").toString())
                .isEqualTo(
                        "[\"GREEN_CHANNEL\",\"BY_APPOINTMENT\",\"SELF_SERVICE\",\"ASSISTED\",\"NEARBY\"]");
        assertThat(http.get("/api/v1/items?convenience=MAGIC", desk().citizen()).status())
                .isEqualTo(400);
    }

    /** 行政许可、告知承诺制、容缺受理、跨域通办 … 事项清单. */
    @Test
    void aRegionKeepsAListOfEveryTypeAndReform() {
        String code = USCC + "4000100005000";
        Map<String, Object> content = CountyDesk.licence(USCC, "乡村医生执业注册", 5);
        content.put("tolerance", true);
        content.put("commitment", "FULL");
        content.put("crossRegion", "COUNTY");
        desk().publish(code, desk().draft(code, DEPARTMENT, content), "2026-11-23");
        for (String list :
                List.of(
                        "reform=TOLERANCE",
                        "reform=COMMITMENT",
                        "reform=CROSS_REGION",
                        "convenience=TOLERANCE")) {
            assertThat(codes(list)).as(list).containsExactly(code);
            assertThat(codes(list + "&type=01&region=" + COUNTY)).as(list).containsExactly(code);
            assertThat(codes(list + "&type=20")).as(list).isEmpty();
        }
        for (String list : List.of("INSTANT", "UNASKED", "FILING")) {
            assertThat(codes("reform=" + list)).as(list).isEmpty();
        }
        assertThat(codes("type=01")).contains(HOTEL, WATER, PLAIN, code);
        assertThat(codes("type=99")).isEmpty();
    }

    @Test
    void aListUnderATagIsNarrowedLikeAnyOther() {
        for (String also :
                List.of(
                        "&region=" + COUNTY,
                        "&department=" + DEPARTMENT,
                        "&status=IN_FORCE",
                        "&q=卫生许可",
                        "&limit=1")) {
            assertThat(codes("topic=医疗卫生" + also)).as(also).containsExactlyInAnyOrder(HOTEL, WATER);
        }
        assertThat(codes("topic=医疗卫生&q=饮用水")).containsExactly(WATER);
        assertThat(codes("topic=医疗卫生&q=放射")).isEmpty();
        assertThat(codes("topic=医疗卫生&region=431103000000")).isEmpty();
        assertThat(codes("topic=医疗卫生&status=SUSPENDED")).isEmpty();
    }

    @Test
    void aVersionThatSaysOtherwiseIsListedOtherwise() {
        String code = USCC + "4000100004000";
        published(code, "母婴保健技术服务许可", List.of("生育收养"), List.of(), List.of());
        assertThat(codes("topic=生育收养")).containsExactly(code);
        Map<String, Object> next = CountyDesk.licence(USCC, "母婴保健许可", 5);
        next.put("particulars", Map.of("legalTopics", List.of("资质认证")));
        String tag = CountyDesk.tag(http.get("/api/v1/items/" + code, desk().editor()));
        tag = desk().publish(code, desk().redraft(code, tag, next), "2026-11-23");
        assertThat(codes("topic=生育收养")).isEmpty();
        assertThat(codes("topic=资质认证")).containsExactly(code);
        assertThat(listed("topic=资质认证").getFirst().path("name").asString()).isEqualTo("母婴保健许可");
        Http.Answer cancelled =
                http.post(
                        "/api/v1/items/" + code + "/cancellation",
                        desk().editor(),
                        Map.of("reason", "取消"),
                        "If-Match",
                        tag);
        assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
        assertThat(codes("topic=资质认证")).isEmpty();
    }

    /** Those of this county, page by page. */
    private List<String> codes(String query) {
        return listed(query).stream()
                .map(item -> item.path("code").asString())
                .filter(code -> code.startsWith(USCC))
                .toList();
    }

    private List<JsonNode> listed(String query) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            String path = "/api/v1/items?" + encoded(query) + cursor;
            Http.Answer answer = http.get(path, desk().citizen());
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            answer.json().path("items").forEach(all::add);
            JsonNode next = answer.json().path("next");
            cursor = next.isString() ? "&cursor=" + next.asString() : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private static String encoded(String query) {
        return URLEncoder.encode(query, StandardCharsets.UTF_8)
                .replace("%3D", "=")
                .replace("%26", "&");
    }
}
