package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.oneseal.cases.Promises.HYGIENE;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.messaging.Subscriptions;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Who is listed files the ordinary way for as long as the restriction holds. */
@PlatformTest
class PromiseRestrictionStory extends InDistrict {

    private static final String LISTED = "91431103MA4TEAT76Q";
    private static final String RESTRICTIONS = "oneseal.credit.restrictions.v1";

    @Autowired JdbcClient jdbc;
    @Autowired Subscriptions subscriptions;

    PromiseRestrictionStory() {
        super("listed-firm", "永州市失信浴场有限公司", LISTED);
    }

    private Promises promises() {
        return new Promises(http, district);
    }

    @BeforeEach
    void anItemThatMayBePromised() {
        promises().publishItem();
    }

    @Test
    void whoIsListedFilesTheOrdinaryWayUntilTheRestrictionIsLifted() {
        JsonNode draft = promises().draft(applicant, "m3", "m4", "m5").json();
        restrict(1, restricted("2026-11-01", null));
        await().atMost(Patience.SOON)
                .until(() -> promises().draft(applicant, "m3").status() == 422);

        Answer refused = promises().promised(applicant, draft, "m3", "m4", "m5");

        assertThat(refused.objections()).containsExactly("promise-restricted");
        assertThat(refused.json().at("/objections/0/ground").asString()).contains("42号");
        Answer ordinary =
                promises().file(applicant, HYGIENE, List.of("m1", "m2", "m3", "m4", "m5"), null);
        assertThat(ordinary.status()).as(ordinary.text()).isEqualTo(201);
        String another = district.applicant("clean-firm", "永州市守信浴场有限公司", "91431103MA4TEAT84K");
        assertThat(promises().draft(another, "m3").status()).isEqualTo(200);

        String sql = "SELECT subject || body::text FROM restriction ORDER BY 1";
        List<@Nullable String> known = jdbc.sql(sql).query(String.class).list();
        subscriptions.rebuild("cases-restrictions");
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(jdbc.sql(sql).query(String.class).list())
                                        .isEqualTo(known));

        restrict(2, restricted("2026-11-01", "2026-11-22"));
        await().atMost(Patience.SOON)
                .until(() -> promises().draft(applicant, "m3").status() == 200);
        restrict(3, restricted("2026-11-24", null));
        await().atMost(Patience.SOON)
                .until(() -> jdbc.sql(sql).query(String.class).list().toString().contains("11-24"));
        assertThat(promises().draft(applicant, "m3").status()).isEqualTo(200);
        clock.advance(Duration.ofDays(1));
        assertThat(promises().draft(applicant, "m3").status()).isEqualTo(422);
        restrict(4, null);
        await().atMost(Patience.SOON)
                .until(() -> promises().draft(applicant, "m3").status() == 200);
    }

    private void restrict(long sequence, @Nullable ObjectNode data) {
        topics.send(
                RESTRICTIONS,
                LISTED,
                "org.oneseal.credit.restrictions-changed",
                sequence,
                clock.instant(),
                District.REGION,
                null,
                data);
    }

    /** The credit service's own sample, of our subject and for our time. */
    private static ObjectNode restricted(String since, @Nullable String until) {
        ObjectNode sample =
                (ObjectNode)
                        Objects.requireNonNull(
                                        Contracts.of("credit-service")
                                                .samples()
                                                .get("restrictions-changed"))
                                .deepCopy();
        sample.put("subject", LISTED);
        for (JsonNode restriction : sample.path("restrictions")) {
            ((ObjectNode) restriction).put("since", since).put("until", until);
        }
        return sample;
    }
}
