package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.cases.Promises.HYGIENE;
import static org.oneseal.cases.Promises.promise;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A licence on a promise: two papers handed in, three promised, decided the same day; one follows
 * in time, two become overdue.
 */
@PlatformTest
class PromiseStory extends InDistrict {

    @Autowired JdbcClient jdbc;

    PromiseStory() {
        super("bath-firm", "永州市泉水浴场有限公司", "91431103MA4TEAT5XX");
    }

    private Promises promises() {
        return new Promises(http, district);
    }

    @BeforeEach
    void anItemThatMayBePromised() {
        promises().publishItem();
    }

    @Test
    void decidedTheSameDayFulfilledInPartAndOverdueForTheRest() {
        assertThat(promises().file(applicant, HYGIENE, List.of("m1", "m2"), null).objections())
                .containsExactly(
                        "material-not-promised", "material-not-promised", "material-not-promised");

        JsonNode draft = promises().draft(applicant, "m3", "m4", "m5").json();
        String notice = draft.path("notice").asString();
        String promise = draft.path("promise").asString();
        assertThat(notice).contains("告知书", "公共场所卫生许可", "2027-01-25", "国办发〔2020〕42号");
        assertThat(promise).contains("承诺书", "永州市泉水浴场有限公司", "2027-01-25");
        byte[] text = (notice + "\n\n" + promise).getBytes(StandardCharsets.UTF_8);
        assertThat(draft.path("textHash").asString()).isEqualTo(Digest.of("SM3", text).toString());

        Answer filed = promises().promised(applicant, draft, "m3", "m4", "m5");
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        assertThat(filed.json().at("/promise/state").asString()).isEqualTo("OPEN");
        String id = filed.json().path("id").asString();
        String url = "/api/v1/cases/" + id;
        Answer accepted = act(filed, "acceptance", district.clerk(), null);
        Answer examined =
                act(
                        accepted,
                        "steps",
                        district.officer(),
                        Map.of("step", "examine", "action", "COMPLETE"));
        Answer decided = act(examined, "decision", district.chief(), Map.of("granted", true));
        assertThat(decided.status()).as(decided.text()).isEqualTo(200);
        assertThat(decided.json().at("/decision/decidedAt").asString()).startsWith("2026-11-23");
        assertThat(decided.json().at("/certificate/number").asString()).isNotEmpty();
        JsonNode made = http.get(url + "/promise", applicant).json();
        assertThat(made.path("notice").asString()).isEqualTo(notice);
        assertThat(made.path("textHash")).isEqualTo(draft.path("textHash"));

        clock.setTo(Instant.parse("2026-12-21T03:15:00Z"));
        Answer first = promises().handIn(decided, applicant, "m3");
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(promises().handIn(first, applicant, "m3").objections())
                .containsExactly("material-not-owed");
        clock.setTo(Instant.parse("2027-01-25T15:59:59Z"));
        assertThat(http.get(url, applicant).json().at("/promise/state").asString())
                .isEqualTo("OPEN");
        clock.setTo(Instant.parse("2027-01-25T16:00:01Z"));
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                http.get(url, applicant)
                                        .json()
                                        .at("/promise/state")
                                        .asString()
                                        .equals("OVERDUE"));
        JsonNode overdue =
                http.get("/api/v1/cases?promise=OVERDUE", supervisor()).json().path("items");
        assertThat(overdue.findValuesAsString("id")).contains(id);
        assertThat(http.get(url + "/timeline", applicant).text()).contains("逾期未补交");

        Answer late = promises().handIn(http.get(url, applicant), applicant, "m4", "m5");
        assertThat(late.json().at("/promise/state").asString()).isEqualTo("FULFILLED");
        assertThat(late.json().at("/promise/materials/0/late").asBoolean()).isFalse();
        assertThat(late.json().at("/promise/materials/1/late").asBoolean()).isTrue();
        List<Topics.Message> events = eventsOf(id, 12);
        assertThat(events)
                .extracting(PromiseStory::name)
                .containsExactly(
                        "submitted",
                        "promised",
                        "accepted",
                        "step-started",
                        "step-completed",
                        "decided",
                        "certificate-issued",
                        "finished",
                        "promise-fulfilled",
                        "promise-overdue",
                        "promise-fulfilled",
                        "promise-fulfilled");
        var contracts = Contracts.of("case-service");
        for (Topics.Message event : events) {
            contracts.assertValid(
                    name(event),
                    EventJson.reader().readTree(Objects.requireNonNull(event.value())));
        }
        JsonNode told = EventJson.reader().readTree(Objects.requireNonNull(events.get(9).value()));
        assertThat(told.path("materials").size()).isEqualTo(2);
        assertThat(told.path("due").asString()).isEqualTo("2027-01-25");
    }

    @Test
    void nothingIsPromisedThatMayNotFollowOrOnATextThatWasNotRead() {
        String applicant = district.applicant("hasty-firm", "永州市匆忙浴场有限公司", "91431103MA4TEAT68X");
        int before = cases();
        assertThat(promises().draft(applicant, "m1", "m3", "m3", "m9").objections())
                .containsExactly(
                        "material-may-not-follow", "material-twice", "material-not-listed");
        assertThat(http.get(Promises.draftUrl(), applicant).status()).isEqualTo(400);
        JsonNode draft = promises().draft(applicant, "m3", "m4", "m5").json();
        assertThat(promises().promised(applicant, draft, "m3", "m4").objections())
                .containsExactly("material-not-promised", "promise-text-changed");
        Answer both =
                promises()
                        .file(
                                applicant,
                                HYGIENE,
                                List.of("m1", "m2", "m3"),
                                promise(draft, "m3", "m4", "m5"));
        assertThat(both.objections()).containsExactly("material-promised-and-given");
        clock.advance(Duration.ofDays(1));
        assertThat(promises().promised(applicant, draft, "m3", "m4", "m5").objections())
                .containsExactly("promise-text-changed");
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void aPromiseIsNobodyElsesAndANonsenseOfOneWritesNothing() {
        String applicant = district.applicant("own-firm", "永州市自家浴场有限公司", "91431103MA4TEAT92E");
        Answer filed =
                promises()
                        .promised(
                                applicant,
                                promises().draft(applicant, "m3", "m4", "m5").json(),
                                "m3",
                                "m4",
                                "m5");
        String url = "/api/v1/cases/" + filed.json().path("id").asString();
        String before = written();
        Map<String, Object> m3 = Map.of("materials", district.materials("m3"));
        String[] current = {"If-Match", "\"" + filed.json().path("version").asLong() + "\""};
        String other = tokens.of(Role.APPLICANT).party("431103-somebody").mint();
        String officer = district.officer();
        String post = url + "/promised-materials";
        assertThat(http.get(url + "/promise", null).status()).isEqualTo(401);
        assertThat(http.get(url + "/promise", other).status()).isEqualTo(404);
        assertThat(http.get(url + "/promise", district.stranger(Role.CASE_OFFICER)).status())
                .isEqualTo(404);
        assertThat(http.post(post, null, m3, current).status()).isEqualTo(401);
        assertThat(http.post(post, other, m3, current).status()).isEqualTo(404);
        assertThat(http.post(post, officer, m3, current).status()).isEqualTo(403);
        assertThat(http.post(post, applicant, m3).status()).isEqualTo(428);
        assertThat(http.post(post, applicant, m3, "If-Match", "\"1\"").status()).isEqualTo(409);
        for (String bad : List.of("{", "[]", "{}", "{\"materials\":[{}]}", "{\"x\":1}")) {
            assertThat(http.post(post, applicant, bad, current).status()).as(bad).isIn(400, 422);
        }
        assertThat(promises().handIn(filed, applicant).objections())
                .containsExactly("nothing-handed-in");
        assertThat(promises().handIn(filed, applicant, "m3", "m3", "m1", "m9").objections())
                .containsExactly("material-twice", "material-not-owed", "material-not-owed");
        assertThat(http.get("/api/v1/cases?promise=X", officer).status()).isEqualTo(400);
        assertThat(written()).isEqualTo(before);

        List<String> more = new ArrayList<>(List.of(current));
        more.addAll(List.of("Idempotency-Key", "promise-" + filed.json().path("id").asString()));
        String[] once = more.toArray(String[]::new);
        Answer first = http.post(post, applicant, m3, once);
        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(http.post(post, applicant, m3, once).json()).isEqualTo(first.json());

        Answer withdrawn = act(first, "withdrawal", applicant, Map.of("reason", "不办了"));
        assertThat(withdrawn.json().at("/promise/state").asString()).isEqualTo("VOID");
        assertThat(promises().handIn(withdrawn, applicant, "m4").status()).isEqualTo(409);
    }

    private String supervisor() {
        return tokens.of(Role.SUPERVISOR).region(District.REGION).subject("supervisor-xie").mint();
    }

    private int cases() {
        return jdbc.sql("SELECT count(*) FROM cases").query(Integer.class).single();
    }

    private String written() {
        return jdbc.sql(
                        """
                        SELECT count(*) || '/' || sum(version)
                            || '/' || (SELECT count(*) FROM history) FROM cases
                        """)
                .query(String.class)
                .single();
    }

    private static String name(Topics.Message event) {
        String type = Objects.requireNonNull(event.headers().get("ce_type"));
        return type.replace("org.oneseal.cases.", "");
    }

    private List<Topics.Message> eventsOf(String id, int atLeast) {
        await().atMost(Patience.SOON)
                .until(
                        () ->
                                topics.all("oneseal.cases.v1").stream()
                                                .filter(m -> id.equals(m.key()))
                                                .count()
                                        >= atLeast);
        return topics.all("oneseal.cases.v1").stream().filter(m -> id.equals(m.key())).toList();
    }
}
