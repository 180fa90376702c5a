package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;

/** One licence, from the applicant's app to a publicly verified certificate, by three people. */
@PlatformTest
class CaseLifecycleStory {

    private static final String HOST = "431103-HJ";

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;

    private District district;

    @BeforeEach
    void aDistrictWithAnItem() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        district = new District(http, tokens, topics);
        district.publishCatalog();
    }

    @AfterEach
    void letTheClockRun() {
        clock.release();
    }

    @Test
    void aLicenceIsAppliedForCorrectedSuspendedGrantedAndVerified() {
        String applicant = district.applicant("story-firm", "永州市示例环保有限公司", "91431103MA4TEAT09T");
        Answer submitted =
                http.post(
                        "/api/v1/cases",
                        applicant,
                        Map.of(
                                "itemCode", District.ITEM,
                                "materials", district.materials("m1", "m2", "m4"),
                                "form", Map.of("address", "冷水滩区珊瑚路1号")));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        String id = submitted.json().path("id").asString();
        assertThat(submitted.json().path("state").asString()).isEqualTo("SUBMITTED");
        assertThat(submitted.json().path("caseNumber").asString())
                .matches(District.ITEM + "20261123\\d{4}");
        assertThat(submitted.json().path("answerDue").asString()).isEqualTo("2026-11-30T09:00:00Z");
        String url = "/api/v1/cases/" + id;

        Answer notice =
                act(
                        submitted,
                        url + "/correction-notice",
                        district.clerk(),
                        Map.of("missing", List.of(Map.of("code", "m2", "reason", "缺少签章页"))));
        assertThat(notice.json().path("state").asString()).isEqualTo("IN_CORRECTION");
        Answer corrected =
                act(
                        notice,
                        url + "/corrections",
                        applicant,
                        Map.of("materials", district.materials("m2")));
        Answer second =
                act(
                        corrected,
                        url + "/correction-notice",
                        district.clerk(),
                        Map.of("missing", List.of(Map.of("code", "m1"))));
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.objections()).containsExactly("correction-only-once");

        Answer accepted = act(corrected, url + "/acceptance", district.clerk(), null);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        assertThat(accepted.json().path("promisedDue").asString())
                .isEqualTo("2026-12-02T09:00:00Z");

        Answer tooEarly =
                act(accepted, url + "/decision", district.chief(), Map.of("granted", true));
        assertThat(tooEarly.objections()).containsExactly("step-open");
        Answer unlisted =
                act(
                        accepted,
                        url + "/special-procedures",
                        district.officer(),
                        Map.of(
                                "kind",
                                "HEARING",
                                "reason",
                                "听证",
                                "announcedDays",
                                5,
                                "commissionedBy",
                                HOST));
        assertThat(unlisted.objections()).contains("procedure-not-listed");
        Answer suspended =
                act(
                        accepted,
                        url + "/special-procedures",
                        district.officer(),
                        Map.of(
                                "kind",
                                "EXPERT_REVIEW",
                                "reason",
                                "报告表专家评审",
                                "announcedDays",
                                5,
                                "commissionedBy",
                                HOST));
        assertThat(suspended.json().path("state").asString()).isEqualTo("SUSPENDED");
        assertThat(suspended.json().path("promisedDue").asString())
                .isEqualTo("2026-12-09T09:00:00Z");
        String procedure =
                suspended.json().path("openProcedures").get(0).path("procedureId").asString();
        clock.setTo(Instant.parse("2026-11-26T02:00:00Z"));
        Answer resumed =
                act(
                        suspended,
                        url + "/special-procedures/" + procedure + "/resumption",
                        district.officer(),
                        null);
        assertThat(resumed.json().path("promisedDue").asString()).isEqualTo("2026-12-07T09:00:00Z");

        Answer examined =
                act(
                        resumed,
                        url + "/steps",
                        district.officer(),
                        Map.of("step", "examine", "action", "COMPLETE", "opinion", "符合条件"));
        assertThat(examined.status()).as(examined.text()).isEqualTo(200);
        Answer decided =
                act(examined, url + "/decision", district.chief(), Map.of("granted", true));
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(decided.json().path("state").asString()).isEqualTo("FINISHED");
        assertThat(decided.json().path("decision").path("validTo").asString())
                .isEqualTo("2031-11-25");

        Answer deadline = http.get(url + "/deadline", applicant, "Accept-Language", "en");
        assertThat(deadline.json().path("creditedWorkdays").asInt()).isEqualTo(3);
        assertThat(deadline.text()).contains("special procedure, not counted");
        assertThat(http.get(url + "/deadline", applicant).text()).contains("特别程序期间,不计入");

        Answer certificate = http.get(url + "/certificate", applicant);
        String verifyUrl = certificate.json().path("verifyUrl").asString();
        String path = verifyUrl.substring(verifyUrl.indexOf("/api/"));
        Answer verified = http.get(path, null, "Accept", "application/json");
        assertThat(verified.status()).isEqualTo(200);
        assertThat(verified.json().path("number")).isEqualTo(certificate.json().path("number"));
        Answer page = http.get(path, null, "Accept", "text/html", "Accept-Language", "en");
        assertThat(page.text()).contains("Certificate check").contains("永州市示例环保有限公司");
        assertThat(http.get("/api/v1/verify/" + "0".repeat(26), null).status()).isEqualTo(404);
        assertThat(http.get(url + "/certificate/qr", applicant).text()).startsWith("<svg");

        Answer delivered =
                act(decided, url + "/delivery", district.clerk(), Map.of("method", "ELECTRONIC"));
        assertThat(delivered.json().path("state").asString()).isEqualTo("DELIVERED");

        assertThat(http.get(url + "/receipt", applicant).json().path("sequence").asLong())
                .isEqualTo(delivered.json().path("version").asLong());
        assertThat(http.get(url + "/evidence", applicant).json().path("entries").size())
                .isEqualTo(delivered.json().path("version").asInt());

        List<Topics.Message> events = eventsOf(id);
        var contracts = Contracts.of("case-service");
        assertThat(events)
                .extracting(CaseLifecycleStory::name)
                .containsExactly(
                        "submitted",
                        "correction-requested",
                        "corrected",
                        "accepted",
                        "suspended",
                        "resumed",
                        "step-started",
                        "step-completed",
                        "decided",
                        "certificate-issued",
                        "finished",
                        "delivered");
        for (int i = 0; i < events.size(); i++) {
            var event = events.get(i);
            assertThat(event.headers().get("ce_sequence")).isEqualTo(Integer.toString(i + 1));
            contracts.assertValid(
                    name(event),
                    EventJson.reader().readTree(Objects.requireNonNull(event.value())));
        }
    }

    @Test
    void silenceOfTheDepartmentIsAcceptanceFromTheDayOfReceipt() {
        String applicant = district.applicant("silent-firm", "永州市静默有限公司", "91431103MA4TEAT17M");
        Answer submitted =
                http.post(
                        "/api/v1/cases",
                        applicant,
                        Map.of(
                                "itemCode",
                                District.ITEM,
                                "materials",
                                district.materials("m1", "m2", "m4")));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        String url = "/api/v1/cases/" + submitted.json().path("id").asString();

        clock.setTo(Instant.parse("2026-11-30T09:00:01Z"));

        await().atMost(Patience.SOON)
                .until(
                        () ->
                                http.get(url, applicant)
                                        .json()
                                        .path("state")
                                        .asString()
                                        .equals("ACCEPTED"));
        Answer accepted = http.get(url, applicant);
        assertThat(accepted.json().path("acceptance").path("deemed").asBoolean()).isTrue();
        assertThat(accepted.json().path("acceptance").path("acceptedAt").asString())
                .isEqualTo("2026-11-23T02:00:00Z");
        assertThat(accepted.json().path("promisedDue").asString())
                .isEqualTo("2026-12-02T09:00:00Z");
    }

    private Answer act(Answer before, String path, String token, @Nullable Object body) {
        String version = "\"" + before.json().path("version").asLong() + "\"";
        return http.post(path, token, body, "If-Match", version);
    }

    private static String name(Topics.Message event) {
        String type = Objects.requireNonNull(event.headers().get("ce_type"));
        return type.replace("org.oneseal.cases.", "");
    }

    private List<Topics.Message> eventsOf(String id) {
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                topics.all("oneseal.cases.v1").stream()
                                                .filter(m -> id.equals(m.key()))
                                                .count()
                                        >= 12);
        return topics.all("oneseal.cases.v1").stream().filter(m -> id.equals(m.key())).toList();
    }
}
