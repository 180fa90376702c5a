package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A newcomer types what they would say; editors teach the search what people call things. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SearchStory {

    private static final String DISTRICT = "431122000000";
    private static final String CITY = "431100000000";
    private static final String USCC = "11431122YYYY090097";
    private static final String FOOD = USCC + "4000100007000";
    private static final String HEALTH = USCC + "4000100001000";

    @Autowired Http http;
    @Autowired Tokens tokens;

    private CountyDesk desk() {
        return new CountyDesk(http, tokens, DISTRICT);
    }

    @BeforeAll
    void twoItems() {
        CountyDesk desk = desk();
        desk.department("431122-SOU", "市场监督管理局", USCC);
        for (Map.Entry<String, String> item :
                Map.of(FOOD, "食品经营许可", HEALTH, "公共场所卫生许可").entrySet()) {
            String tag =
                    desk.draft(
                            item.getKey(),
                            "431122-SOU",
                            CountyDesk.licence(USCC, item.getValue(), 5));
            assertThat(refs(search("q=" + item.getValue(), desk.editor())))
                    .doesNotContain(item.getKey());
            Http.Answer published =
                    http.post(
                            "/api/v1/items/" + item.getKey() + "/versions",
                            desk.editor(),
                            Map.of(),
                            "If-Match",
                            tag);
            assertThat(published.status()).as(published.text()).isEqualTo(201);
        }
    }

    @Test
    @Order(1)
    void anItemIsFoundByNameReadingInitialsResultAndMaterial() {
        assertThat(fit("食品经营许可", FOOD)).isEqualTo("EXACT");
        assertThat(fit("食品", FOOD)).isEqualTo("PREFIX");
        assertThat(fit("经营 食品", FOOD)).isEqualTo("NAME");
        assertThat(fit("spjyxk", FOOD)).isEqualTo("EXACT");
        assertThat(fit("spjy", FOOD)).isEqualTo("PREFIX");
        assertThat(fit("jyxk", FOOD)).isEqualTo("NAME");
        assertThat(fit("shipinjingying", FOOD)).isEqualTo("PREFIX");
        assertThat(fit("SHIPINJIN", FOOD)).isEqualTo("PREFIX");
        assertThat(fit("平面布局图", FOOD)).isEqualTo("ANYWHERE");
        assertThat(fit("食品经营许可证", FOOD)).isEqualTo("ANYWHERE");
        assertThat(refs(search("q=zzzzzz", citizen()))).isEmpty();
    }

    @Test
    @Order(2)
    void typingErrorsAreToleratedAndSaidSo() {
        JsonNode hit = hit("公共厂所卫生", HEALTH);
        assertThat(hit.path("fit").asString()).isEqualTo("SOUND");
        assertThat(hit.path("why").path(0).path("via").asString()).isEqualTo("SOUND");
        assertThat(fit("gonggongcangsuo", HEALTH)).isEqualTo("PREFIX");
        JsonNode partly = hit("公共场合卫生许可证怎么办理", HEALTH);
        assertThat(partly.path("fit").asString()).isEqualTo("PARTIAL");
    }

    @Test
    @Order(3)
    void theAnswerSaysWhereTheWordWasSeen() {
        JsonNode why = hit("jyxk", FOOD).path("why").path(0);
        assertThat(why.path("field").asString()).isEqualTo("NAME");
        assertThat(why.path("via").asString()).isEqualTo("INITIALS");
        String text = why.path("text").asString();
        assertThat(text.substring(why.path("from").asInt(), why.path("to").asInt()))
                .isEqualTo("经营许可");
        JsonNode letters = hit("jingyingxu", FOOD).path("why").path(0);
        assertThat(
                        letters.path("text")
                                .asString()
                                .substring(
                                        letters.path("from").asInt(), letters.path("to").asInt()))
                .isEqualTo("经营许");
    }

    @Test
    @Order(4)
    void wordsThatMeanTheSameFindFromTheShippedListAndFromTheEditors() {
        assertThat(fit("饭馆", FOOD)).isEqualTo("SYNONYM");
        assertThat(fit("开饭馆怎么办理", FOOD)).isEqualTo("SYNONYM");
        assertThat(refs(search("q=卖吃食&region=" + DISTRICT, citizen()))).isEmpty();
        Http.Answer added =
                http.post(
                        "/api/v1/synonyms",
                        desk().editor(),
                        Map.of("region", DISTRICT, "words", List.of("卖吃食", "食品经营")));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        assertThat(refs(search("q=卖吃食&region=" + DISTRICT, citizen()))).contains(FOOD);
        assertThat(refs(search("q=卖吃食&region=" + CITY, citizen()))).doesNotContain(FOOD);
        String id = added.json().path("id").asString();
        Http.Answer changed =
                http.put(
                        "/api/v1/synonyms/" + id,
                        desk().editor(),
                        Map.of("words", List.of("食肆", "食品经营")),
                        "If-Match",
                        CountyDesk.tag(added));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
        assertThat(refs(search("q=食肆&region=" + DISTRICT, citizen()))).contains(FOOD);
        Http.Answer gone =
                http.delete(
                        "/api/v1/synonyms/" + id,
                        desk().editor(),
                        "If-Match",
                        CountyDesk.tag(changed));
        assertThat(gone.status()).as(gone.text()).isEqualTo(200);
        assertThat(refs(search("q=食肆&region=" + DISTRICT, citizen()))).isEmpty();
        JsonNode history =
                http.get("/api/v1/synonyms/" + id + "/history", desk().editor())
                        .json()
                        .path("items");
        assertThat(history.valueStream().map(h -> h.path("action").asString()))
                .containsExactly("WITHDRAWN", "CHANGED", "ADDED");
        assertThat(
                        http.get("/api/v1/synonyms?q=饭馆&region=" + DISTRICT, citizen())
                                .json()
                                .path("items")
                                .path(0)
                                .path("origin")
                                .asString())
                .isEqualTo("reference:synonyms.csv");
    }

    @Test
    @Order(5)
    void whatPeopleCallAnItemFindsItAsItsNameDoes() {
        String path = "/api/v1/items/" + FOOD + "/aliases";
        Http.Answer none = http.get(path, citizen());
        assertThat(none.json().path("names").size()).isZero();
        Http.Answer put =
                http.put(
                        path,
                        desk().editor(),
                        Map.of("names", List.of("开店证")),
                        "If-Match",
                        CountyDesk.tag(none));
        assertThat(put.status()).as(put.text()).isEqualTo(200);
        assertThat(fit("开店证", FOOD)).isEqualTo("EXACT");
        assertThat(hit("kdz", FOOD).path("why").path(0).path("field").asString())
                .isEqualTo("ALIAS");
        Http.Answer wrong =
                http.put(
                        path,
                        desk().editor(),
                        Map.of("names", List.of("短", "长".repeat(61))),
                        "If-Match",
                        CountyDesk.tag(put));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.objections()).containsExactly("alias-length", "alias-length");
        assertThat(
                        http.put(path, citizen(), Map.of("names", List.of()), "If-Match", "\"1\"")
                                .status())
                .isEqualTo(403);
    }

    @Test
    @Order(6)
    void anAnswerIsToldOnceSomebodyElseHasApprovedIt() {
        String writer = tokens.of(Role.CATALOG_EDITOR).region(DISTRICT).subject("writer").mint();
        String other = tokens.of(Role.CATALOG_EDITOR).region(DISTRICT).subject("other").mint();
        Map<String, Object> answer =
                Map.of(
                        "question",
                        "小吃摊要不要办食品证",
                        "phrasings",
                        List.of("路边摊需要许可吗"),
                        "answer",
                        "食品摊贩按备案管理,向镇街登记即可。",
                        "item",
                        FOOD);
        Http.Answer added =
                http.post(
                        "/api/v1/knowledge", writer, Map.of("region", DISTRICT, "answer", answer));
        assertThat(added.status()).as(added.text()).isEqualTo(201);
        String id = added.json().path("id").asString();
        String path = "/api/v1/knowledge/" + id;
        assertThat(refs(search("q=小吃摊", citizen()))).doesNotContain(id);
        assertThat(http.get(path, citizen()).status()).isEqualTo(404);
        Http.Answer own =
                http.post(path + "/approval", writer, null, "If-Match", CountyDesk.tag(added));
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.objections()).containsExactly("answer-approved-by-writer");
        Http.Answer approved =
                http.post(path + "/approval", other, null, "If-Match", CountyDesk.tag(added));
        assertThat(approved.status()).as(approved.text()).isEqualTo(200);
        assertThat(approved.json().path("approvedBy").asString()).isEqualTo("other");
        JsonNode hit = hit("路边摊", id);
        assertThat(hit.path("kind").asString()).isEqualTo("KNOWLEDGE");
        assertThat(fit("备案管理", id)).isEqualTo("ANYWHERE");
        assertThat(refs(search("q=路边摊&kind=ITEM", citizen()))).doesNotContain(id);
        assertThat(refs(search("q=路边摊&region=110000000000", citizen()))).doesNotContain(id);
        Http.Answer changed = http.put(path, writer, answer, "If-Match", CountyDesk.tag(approved));
        assertThat(changed.json().path("approvedBy").isNull()).as(changed.text()).isTrue();
        assertThat(refs(search("q=路边摊", citizen()))).doesNotContain(id);
        JsonNode listed = http.get("/api/v1/knowledge?item=" + FOOD, writer).json().path("items");
        assertThat(listed.size()).isEqualTo(1);
    }

    @Test
    @Order(7)
    void whatIsCancelledIsFoundNoMoreAndTheIndexCanBeBuiltAgain() {
        Http.Answer item = http.get("/api/v1/items/" + HEALTH, desk().editor());
        Http.Answer cancelled =
                http.post(
                        "/api/v1/items/" + HEALTH + "/cancellation",
                        desk().editor(),
                        Map.of("reason", "不再实施"),
                        "If-Match",
                        CountyDesk.tag(item));
        assertThat(cancelled.status()).as(cancelled.text()).isEqualTo(200);
        assertThat(refs(search("q=公共场所卫生许可", citizen()))).doesNotContain(HEALTH);
        List<String> before = refs(search("q=许可&region=" + DISTRICT, citizen()));
        Http.Answer rebuilt = http.post("/api/v1/search/rebuilds", desk().operator(), null);
        assertThat(rebuilt.status()).as(rebuilt.text()).isEqualTo(200);
        assertThat(refs(search("q=许可&region=" + DISTRICT, citizen())))
                .isEqualTo(before)
                .contains(FOOD);
        assertThat(fit("开店证", FOOD)).isEqualTo("EXACT");
        assertThat(http.post("/api/v1/search/rebuilds", desk().editor(), null).status())
                .isEqualTo(403);
    }

    @Test
    @Order(8)
    void whateverIsTypedIsAnsweredAndNeverAnError() {
        for (String q :
                List.of(
                        "",
                        "%20",
                        "%E3%80%82",
                        "%25",
                        "_",
                        "%27",
                        "%22",
                        "%5C",
                        "a",
                        "%F0%9F%98%80",
                        "%00",
                        "許可",
                        "%2A%3A%2A",
                        "an".repeat(49) + "vv",
                        "证".repeat(100))) {
            Http.Answer answer = http.get("/api/v1/search?q=" + q, citizen());
            assertThat(answer.status()).as(q + answer.text()).isIn(200, 400);
        }
        for (String query :
                List.of(
                        "q=" + "x".repeat(101),
                        "region=" + DISTRICT,
                        "q=x&kind=NONE",
                        "q=x&limit=0",
                        "q=x&cursor=" + cursor("1"),
                        "q=x&cursor=" + cursor("a\u001f0\u001fx\u001fITEM\u001fy"))) {
            Http.Answer answer = http.get("/api/v1/search?" + query, citizen());
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.objections()).as(query).isNotEmpty();
        }
        assertThat(http.get("/api/v1/search?q=x&region=9", citizen()).status()).isEqualTo(404);
        assertThat(http.get("/api/v1/search?q=x", null).status()).isEqualTo(401);
        String far = cursor("9223372036854775807\u001f9223372036854775807\u001fx\u001fITEM\u001fy");
        assertThat(http.get("/api/v1/search?q=x&cursor=" + far, citizen()).status()).isEqualTo(200);
    }

    @Test
    @Order(9)
    void wrongEntriesAreRefusedWithEveryObjection() {
        Http.Answer synonyms =
                http.post(
                        "/api/v1/synonyms",
                        desk().editor(),
                        Map.of("region", DISTRICT, "words", List.of("一")));
        assertThat(synonyms.status()).isEqualTo(422);
        assertThat(synonyms.objections()).containsExactly("synonyms-too-few", "synonym-length");
        Http.Answer elsewhere =
                http.post(
                        "/api/v1/synonyms",
                        desk().editor(),
                        Map.of("region", CITY, "words", List.of("一二", "二三")));
        assertThat(elsewhere.status()).isEqualTo(403);
        Http.Answer knowledge =
                http.post(
                        "/api/v1/knowledge",
                        desk().editor(),
                        Map.of(
                                "region",
                                DISTRICT,
                                "answer",
                                Map.of(
                                        "question", " ",
                                        "answer", " ",
                                        "validFrom", "2026-05-01",
                                        "validTo", "2026-04-01")));
        assertThat(knowledge.status()).isEqualTo(422);
        assertThat(knowledge.objections())
                .containsExactly("question-missing", "answer-missing", "validity-reversed");
        Http.Answer unknown =
                http.post(
                        "/api/v1/knowledge",
                        desk().editor(),
                        Map.of(
                                "region",
                                DISTRICT,
                                "answer",
                                Map.of("question", "问", "answer", "答", "item", "nix")));
        assertThat(unknown.objections()).containsExactly("item-unknown");
    }

    private String citizen() {
        return desk().citizen();
    }

    private Http.Answer search(String query, String token) {
        Http.Answer answer = http.get("/api/v1/search?" + query.replace(" ", "%20"), token);
        assertThat(answer.status()).as(query + answer.text()).isEqualTo(200);
        return answer;
    }

    private JsonNode hit(String q, String ref) {
        Http.Answer answer = search("q=" + q + "&limit=200&region=" + DISTRICT, citizen());
        return answer.json()
                .path("items")
                .valueStream()
                .filter(h -> h.path("ref").asString().equals(ref))
                .findFirst()
                .orElseThrow(() -> new AssertionError(q + " does not find " + ref));
    }

    private String fit(String q, String ref) {
        return hit(q, ref).path("fit").asString();
    }

    private static List<String> refs(Http.Answer answer) {
        List<String> refs = new ArrayList<>();
        answer.json().path("items").forEach(hit -> refs.add(hit.path("ref").asString()));
        return refs;
    }

    private static String cursor(String keyset) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(keyset.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
