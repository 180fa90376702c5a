package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.supervising.News;
import org.oneseal.supervision.supervising.Sources;
import org.oneseal.supervision.supervising.TakeFacts;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Told;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Cases keyed in although the department's own system tells of their item (二次录入), whichever of case
 * and registration comes first, and cases on a promise (告知承诺).
 */
class ReentryStory extends Story {

    private static final String PATH = "/api/v1/indicators";
    private static final String MARCH = "from=2026-03-01&to=2026-03-31";

    @Autowired Sources sources;
    @Autowired TakeFacts takeFacts;
    @Autowired TransactionTemplate transactions;

    ReentryStory() {
        super("431132000000");
    }

    @Test
    void what_is_keyed_in_beside_a_department_s_system_is_counted_whatever_comes_first() {
        clock.setTo(Instant.parse("2026-03-12T03:00:00Z"));
        registered("line-early", 1, "2026-03-03T00:00:00Z", "early");
        registered("line-early", 2, "2026-03-10T00:00:00Z", "another");
        cases("early");
        awaitFigures("early", "1/5 20.00");

        cases("late");
        awaitFigures("late", "0/5 0.00");
        registered("line-late", 1, "2026-03-03T00:00:00Z", "late");
        awaitFigures("late", "2/5 40.00");
        registered("line-late", 2, "2026-03-10T00:00:00Z", "another");
        awaitFigures("late", "1/5 20.00");

        JsonNode listed = http.get(PATH + "/cases?item=late&" + MARCH, supervisor()).json();
        assertThat(
                        listed.path("items")
                                .valueStream()
                                .filter(one -> one.at("/sums/ACCEPTED_REENTERED").asInt() == 1)
                                .map(one -> one.path("caseId").asString()))
                .containsExactly("431132-late-by-hand");
        assertThat(
                        listed.path("items")
                                .valueStream()
                                .filter(one -> one.at("/sums/ACCEPTED_ON_PROMISE").asInt() == 1)
                                .map(one -> one.path("caseId").asString()))
                .containsExactly("431132-late-before");
        assertThat(
                        http.get(
                                        PATH + "/league?by=item&indicator=reentryShare&" + MARCH,
                                        supervisor())
                                .json()
                                .at("/places/0/ratio/numerator")
                                .asInt())
                .isEqualTo(1);
        assertThat(http.get(PATH + "/reports/reporting?format=csv&" + MARCH, supervisor()).text())
                .contains("二次录入数", "二次录入率（分子）", ",10,2,")
                .contains(",2,10,20.00");

        subscriptions.rebuild("cases");
        awaitFigures("early", "1/5 20.00");
        awaitFigures("late", "1/5 20.00");
    }

    /** Registrations and cases in every order, counted beside by a list of who held when. */
    @Test
    void registrations_and_cases_give_the_same_figures_in_whatever_order_they_come() {
        int reentered = 0;
        for (int seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            String item = "order-" + seed;
            Instant start = Instant.parse("2026-03-02T02:00:00Z");
            List<Boolean> named = List.of(random.nextBoolean(), true, random.nextBoolean());
            List<Instant> since = new ArrayList<>();
            for (int version = 1; version <= 3; version++) {
                since.add(start.plus(Duration.ofHours(60L * version + random.nextInt(40))));
            }
            List<Runnable> told = new ArrayList<>();
            for (int version = 1; version <= 3; version++) {
                Sources.Source source =
                        new Sources.Source(
                                item,
                                version,
                                new RegionCode(county()),
                                Set.of(department()),
                                named.get(version - 1) ? Set.of(item) : Set.of(),
                                since.get(version - 1),
                                60);
                told.add(() -> sources.register(source));
            }
            int expected = 0;
            for (int i = 0; i < 12; i++) {
                Instant at = start.plus(Duration.ofHours(random.nextInt(300)));
                int version = (int) since.stream().filter(s -> !at.isBefore(s)).count();
                if (version > 0 && named.get(version - 1)) expected++;
                News news = new News(head(item, i), accepted(at));
                told.add(() -> takeFacts.take(List.of(news), clock.instant()));
            }
            Collections.shuffle(told, random);
            told.forEach(one -> transactions.executeWithoutResult(_ -> one.run()));
            reentered += expected;
            int counted = expected;
            await().atMost(SOON)
                    .untilAsserted(
                            () -> {
                                JsonNode sums = figures(item).path("sums");
                                assertThat(sums.path("ACCEPTED").asInt()).isEqualTo(12);
                                assertThat(sums.path("ACCEPTED_REENTERED").asInt())
                                        .as(item)
                                        .isEqualTo(counted);
                            });
        }
        assertThat(reentered).isGreaterThan(20);
    }

    private CaseHead head(String item, int number) {
        String id = "431132-" + item + "-" + number;
        return new CaseHead(
                id,
                id,
                item,
                1,
                "食品经营许可",
                false,
                false,
                null,
                null,
                "WINDOW",
                new RegionCode(county()),
                department());
    }

    private static CaseFact accepted(Instant at) {
        return new CaseFact.Accepted(
                new Told(1, at, at, null, List.of()), at, false, null, null, null);
    }

    private JsonNode figures(String item) {
        return http.get(PATH + "?item=" + item + "&" + MARCH, supervisor())
                .json()
                .at("/groups/0/figures");
    }

    /** One before the registration, one by hand, one by exchange, two after it ended. */
    private void cases(String item) {
        accepted(item, "before", "2026-03-02T02:00:00Z", false);
        Map<String, Object> promise =
                Map.of(
                        "promiseId",
                        "p-1",
                        "materials",
                        List.of(Map.of("code", "m3", "due", "2026-05-08")));
        tell(item, "before", 2, "promised", "2026-03-02T02:00:00Z", Map.of("promise", promise));
        accepted(item, "by-hand", "2026-03-04T02:00:00Z", false);
        accepted(item, "fed", "2026-03-04T02:00:00Z", true);
        accepted(item, "after", "2026-03-11T02:00:00Z", false);
        accepted(item, "after-fed", "2026-03-11T02:00:00Z", true);
    }

    private void accepted(String item, String name, String at, boolean fed) {
        Map<String, Object> more = new LinkedHashMap<>(USUAL_LIMITS);
        if (fed) more.put("origin", "EXCHANGE");
        tell(item, name, 1, "accepted", at, more);
    }

    @SuppressWarnings("unchecked")
    private void tell(
            String item,
            String name,
            long sequence,
            String type,
            String at,
            Map<String, Object> more) {
        String id = "431132-" + item + "-" + name;
        Map<String, Object> data = data(id, more);
        var about = (Map<String, Object>) Objects.requireNonNull(data.get("case"));
        about.put("itemCode", item);
        Object origin = data.remove("origin");
        if (origin != null) {
            about.put("origin", origin);
            about.put("source", "line-" + item);
        }
        topics.send(
                "oneseal.cases.v1",
                id,
                "org.oneseal.cases." + type,
                sequence,
                Instant.parse(at),
                county(),
                department(),
                data);
    }

    private void registered(String source, int version, String at, String item) {
        topics.send(
                "oneseal.cases.v1",
                source,
                "org.oneseal.cases.source-registered",
                version,
                Instant.parse(at),
                county(),
                null,
                Map.of(
                        "source",
                        source,
                        "version",
                        version,
                        "region",
                        county(),
                        "departments",
                        List.of(department()),
                        "items",
                        List.of(item),
                        "quotaPerMinute",
                        6000));
    }

    private void awaitFigures(String item, String reentered) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> {
                            clock.advance(Duration.ofSeconds(1));
                            JsonNode figures = figures(item);
                            assertThat(fraction(figures, "reentryShare")).isEqualTo(reentered);
                            assertThat(fraction(figures, "promiseFilingShare"))
                                    .isEqualTo("1/5 20.00");
                        });
    }

    private static String fraction(JsonNode figures, String indicator) {
        JsonNode ratio = figures.path(indicator);
        return ratio.path("numerator").asLong()
                + "/"
                + ratio.path("denominator").asLong()
                + " "
                + ratio.path("percent").decimalValueOpt().map(p -> p.setScale(2)).orElse(null);
    }
}
