package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.oneseal.cases.handling.Channel;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import tools.jackson.databind.JsonNode;

/** Each way in (收件渠道) goes through by itself and is told as what it is. */
@PlatformTest
class ChannelStory extends Office {

    private static final String CASES = "/api/v1/cases";
    private static final String PARTY = "431103-channel-firm";

    ChannelStory() {
        super("channel-firm", "永州市渠道有限公司", "91431103MA4TEAUL7Y");
    }

    @ParameterizedTest
    @EnumSource
    void anApplicationIsKnownByTheChannelItCameBy(Channel channel) {
        Answer filed = http.post(CASES, asker(channel), application(channel));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        cameBy(channel.name(), filed);
    }

    /** One channel is not another's: nothing is renamed in silence. */
    @ParameterizedTest
    @EnumSource
    void whoseChannelItIsNotIsToldSoAndNothingIsWritten(Channel channel) {
        String asker = channel.byClerks() ? applicant : district.clerk();
        Answer refused = http.post(CASES, asker, application(channel));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.objections())
                .containsExactly(
                        channel.byClerks() ? "channel-not-yours" : "channel-of-applicants");
        assertThat(refused.json().at("/objections/0/field").asString()).isEqualTo("/channel");
        assertThat(refused.text()).contains(channel.name());
    }

    @Test
    void whoSaysNothingComesOnlineOrToTheWindow() {
        Answer online = http.post(CASES, applicant, application(null));
        cameBy("ONLINE", online);
        Answer window = http.post(CASES, district.clerk(), application(null));
        cameBy("WINDOW", window);
    }

    @Test
    void aFolderTakesInEachByItsOwnChannelAndAHelperByThatOfWhoIsHelped() {
        Answer folder =
                http.post(
                        CASES + "/batches",
                        district.clerk(),
                        Map.of(
                                "applications",
                                List.of(
                                        application(Channel.MAIL),
                                        application(Channel.DOOR),
                                        application(Channel.APP))));
        assertThat(folder.status()).as(folder.text()).isEqualTo(201);
        JsonNode entries = folder.json().path("entries");
        String batch = folder.json().path("id").asString();
        cameBy("MAIL", batch, entries.path(0));
        cameBy("DOOR", batch, entries.path(1));
        assertThat(entries.path(2).path("objections").findValuesAsString("code"))
                .containsExactly("channel-of-applicants");

        String agent = district.applicant("channel-helper", "永州市代办有限公司", "91431103MA4TEAUM5R");
        Answer mandate =
                http.post(
                        "/api/v1/mandates",
                        applicant,
                        Map.of(
                                "principal",
                                PARTY,
                                "agent",
                                "431103-channel-helper",
                                "validFrom",
                                "2026-11-01"));
        assertThat(mandate.status()).as(mandate.text()).isEqualTo(201);
        Map<String, Object> helped = application(Channel.KIOSK);
        helped.put("help", Map.of("kind", "HELPER"));
        Answer filed = http.post(CASES, agent, helped, "On-Behalf-Of", PARTY);
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        cameBy("KIOSK", filed);
        JsonNode told = filing(id(filed));
        assertThat(told.path("help").asString()).isEqualTo("HELPER");
        assertThat(told.path("case").path("channel").asString()).isEqualTo("KIOSK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIGEON", "online", "", " WINDOW", "EXCHANGE", "BATCH"})
    void anUnknownChannelIsRefusedClearly(String unknown) {
        Map<String, Object> application = application(null);
        application.put("channel", unknown);
        for (String asker : Set.of(applicant, district.clerk())) {
            Answer refused = http.post(CASES, asker, application);
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.objections()).containsExactly("field-invalid");
            assertThat(refused.json().at("/objections/0/field").asString()).isEqualTo("/channel");
        }
    }

    private void cameBy(String channel, String batch, JsonNode entry) {
        Answer it = http.get(CASES + "/" + entry.path("caseId").asString(), district.clerk());
        assertThat(it.status()).as(entry.toString()).isEqualTo(200);
        cameBy(channel, it);
        assertThat(filing(id(it)).path("batch").asString()).isEqualTo(batch);
    }

    /** In the answer, when it is read, and in what is told of it. */
    private void cameBy(String channel, Answer filed) {
        assertThat(filed.json().path("channel").asString()).isEqualTo(channel);
        Answer read = http.get(url(filed), district.officer());
        assertThat(read.json().path("channel").asString()).isEqualTo(channel);
        assertThat(told(filed, "submitted").path("case").path("channel").asString())
                .isEqualTo(channel);
    }

    /** How it came in has a chain of its own beside the case. */
    private JsonNode filing(String id) {
        await().atMost(Patience.SOON).until(() -> !sent(id + "/filing").isEmpty());
        return lastSent(id + "/filing", "filed");
    }

    private String asker(Channel channel) {
        return channel.byClerks() ? district.clerk() : applicant;
    }

    private Map<String, Object> application(@Nullable Channel channel) {
        Map<String, Object> application = new LinkedHashMap<>();
        application.put("itemCode", District.ITEM);
        application.put("party", PARTY);
        application.put("materials", district.materials("m1", "m2", "m4"));
        if (channel != null) application.put("channel", channel.name());
        return application;
    }
}
