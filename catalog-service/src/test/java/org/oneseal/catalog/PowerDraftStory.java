package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * The draft of a power: what is wrong with it is told, another editor sends it back or passes it.
 */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PowerDraftStory {

    /** 沅陵县. */
    private static final String COUNTY = "431222000000";

    private static final String PENALTY = HealthBureau.uscc(COUNTY) + "4430299401000";
    private static final String NAME = "对公共场所拒绝卫生监督的处罚";
    private static final String PATH = HealthBureau.POWERS + "/" + PENALTY;

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired MovableClock clock;

    private HealthBureau bureau() {
        return new HealthBureau(http, tokens, COUNTY);
    }

    @BeforeAll
    void aBureauWithAMatterToWriteDown() {
        clock.setTo(Instant.parse("2026-11-16T02:00:00Z"));
        bureau().set();
        bureau().matter("430299401000", NAME, "02");
    }

    @Test
    @Order(1)
    void everythingThatIsWrongWithADraftIsToldAtOnce() {
        Map<String, Object> content = PowerBodies.penalty(" ");
        content.put("office", "");
        content.put("measures", List.of(Map.of("kind", "罚站")));
        content.put(
                "bases",
                List.of(
                        Map.of(
                                "act", "关于加强管理的通知",
                                "rank", "NORMATIVE_DOCUMENT",
                                "clause", " ",
                                "text", "……")));
        content.put(
                "duties",
                List.of(Map.of("stage", "立案", "text", " "), Map.of("stage", "抓捕", "text", "抓捕责任")));
        content.put("liabilities", List.of(Map.of("text", " ")));
        Http.Answer begun = bureau().begin(PENALTY, content);
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        Http.Answer refused = bureau().publish(PENALTY, begun);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.objections())
                .containsExactlyInAnyOrder(
                        "name-missing",
                        "element-missing",
                        "basis-incomplete",
                        "duty-without-text",
                        "liability-without-text",
                        "power-basis-too-low",
                        "measure-unknown",
                        "duty-stage-unknown",
                        "duty-stage-missing",
                        "duty-stage-missing",
                        "duty-stage-missing",
                        "duty-stage-missing",
                        "duty-stage-missing",
                        "duty-stage-missing");
        assertThat(refused.text()).contains("行政处罚法").contains("/duties/1/stage");
        JsonNode check = http.get(PATH + "/draft/check", bureau().anna()).json();
        assertThat(check.path("publishable").asBoolean()).isFalse();
        assertThat(check.path("objections").size()).isEqualTo(14);
    }

    @Test
    @Order(2)
    void aDraftIsSentBackChangedPassedAndPublished() {
        TwoEditors two = bureau().editors();
        two.sentBack(PATH, "责任事项不全");
        assertThat(two.state(PATH)).isEqualTo("REJECTED");
        assertThat(two.publish(PATH).status()).isEqualTo(422);
        two.changed(PATH, PowerBodies.penalty(NAME));
        assertThat(two.state(PATH)).isEqualTo("TO_SUBMIT");
        two.passed(PATH);
        assertThat(two.state(PATH)).isEqualTo("CHECKED");
        Http.Answer published =
                bureau().act(
                                PENALTY,
                                "versions",
                                CountyDesk.tag(http.get(PATH, two.anna())),
                                Map.of("effectiveFrom", "2026-11-17"));
        assertThat(published.status()).as(published.text()).isEqualTo(201);
        assertThat(published.json().path("governing").isNull()).isTrue();
        assertThat(published.json().path("draft").isNull()).isTrue();
        assertThat(two.history(PATH))
                .containsExactly(
                        "power-published anna",
                        "power-edited CHECKED ben",
                        "power-edited CHANGED anna",
                        "power-edited REJECTED ben 责任事项不全",
                        "power-edited DRAFTED anna");
    }
}
