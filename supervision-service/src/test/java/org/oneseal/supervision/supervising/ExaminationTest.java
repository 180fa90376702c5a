package org.oneseal.supervision.supervising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.supervision.supervising.CaseFixture.at;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.FindingCode;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;
import org.oneseal.supervision.watching.WatchState;

/**
 * What becomes of a case's watches and cards, told as sentences. Weeks begin on Monday 2026-03-02.
 */
class ExaminationTest {

    @Test
    void a_case_forgotten_gets_blue_then_yellow_then_red_each_once() {
        Examination examination = take(CaseFixture.application().accepted("2026-03-02T10:00:00"));
        Kept kept = caseWatch(examination);

        List<String> drawn = sweep(kept, at("2026-05-01T00:00:00"));

        assertThat(drawn).containsExactly("BLUE", "YELLOW", "RED");
        assertThat(kept.watch().dues().promise()).isEqualTo(at("2026-03-09T17:00:00"));
        assertThat(kept.due(at("2026-03-05T16:59:59"))).isEmpty();
        assertThat(kept.due(at("2026-03-05T17:00:00"))).hasSize(1);
        assertThat(kept.due(at("2026-03-09T23:59:59"))).hasSize(1);
        assertThat(kept.due(at("2026-03-10T00:00:00"))).hasSize(2);
    }

    @Test
    void a_case_decided_in_time_gets_no_card() {
        Examination examination =
                take(
                        CaseFixture.application()
                                .accepted("2026-03-02T10:00:00")
                                .decided("2026-03-04T10:00:00")
                                .finished("2026-03-04T11:00:00"));

        assertThat(examination.draws()).isEmpty();
        assertThat(caseWatch(examination).nextCrossingAt()).isNull();
        assertThat(caseWatch(examination).watch().state()).isEqualTo(WatchState.CLOSED);
    }

    @Test
    void what_was_due_before_the_news_is_drawn_although_nobody_swept() {
        Examination examination =
                take(
                        CaseFixture.application()
                                .accepted("2026-03-02T10:00:00")
                                .decided("2026-03-12T10:00:00"));

        assertThat(colours(examination)).containsExactly(Colour.BLUE, Colour.YELLOW);
    }

    @Test
    void an_acceptance_learned_after_the_law_s_time_draws_red_alone() {
        Examination examination =
                take(
                        CaseFixture.application()
                                .learnedAt("2026-06-01T10:00:00")
                                .accepted("2026-03-02T10:00:00"));

        assertThat(colours(examination)).containsExactly(Colour.RED);
    }

    @Test
    void a_case_finished_late_and_learned_afterwards_gets_no_blue_or_yellow_in_retrospect() {
        Examination examination =
                take(
                        CaseFixture.application()
                                .learnedAt("2026-06-01T10:00:00")
                                .accepted("2026-03-02T10:00:00")
                                .finished("2026-03-12T10:00:00"));

        assertThat(colours(examination)).containsExactly(Colour.RED);
        assertThat(
                        examination.supported(
                                caseWatch(examination).watch().id(), at("2026-06-01T10:00:00")))
                .containsExactlyInAnyOrder(Colour.BLUE, Colour.YELLOW);
    }

    @Test
    void a_declared_deadline_on_instants_knows_only_red_and_only_past_it() {
        for (String end : List.of("2011-12-06T13:41:31.788", "2011-12-06T13:41:31.789")) {
            CaseFixture fed =
                    CaseFixture.fed()
                            .learnedAt("2026-11-22T10:00:00")
                            .received("2011-10-11T13:42:22.688", "2011-12-06T13:41:31.788")
                            .finished(end);
            Examination examination = takeHeld(fed);

            List<String> drawn = sweep(caseWatch(examination), at("2026-11-22T10:00:00"));

            assertThat(examination.draws()).isEmpty();
            assertThat(drawn).isEqualTo(end.endsWith("9") ? List.of("RED") : List.of());
        }
    }

    @Test
    void a_fed_case_still_open_past_its_declared_deadline_gets_one_red_card() {
        Examination examination =
                takeHeld(
                        CaseFixture.fed()
                                .learnedAt("2026-11-22T10:00:00")
                                .received("2011-10-11T13:42:22.688", "2011-12-06T13:41:31.788"));

        assertThat(sweep(caseWatch(examination), at("2026-11-22T10:00:00"))).containsExactly("RED");
        assertThat(caseWatch(examination).watch().isLate(at("2026-11-22T10:00:00"))).isTrue();
    }

    @Test
    void dirt_is_found_and_nothing_is_lost() {
        Watch dirty =
                caseWatch(
                                takeHeld(
                                        CaseFixture.fed()
                                                .learnedAt("2026-11-22T10:00:00")
                                                .received(
                                                        "2011-10-11T13:00:00",
                                                        "2011-12-06T13:00:00")
                                                .finished("2011-10-10T13:00:00")
                                                .step("2011-10-12T13:00:00")))
                        .watch();

        assertThat(dirty.findings())
                .extracting(f -> f.code())
                .containsExactlyInAnyOrder(
                        FindingCode.END_BEFORE_START,
                        FindingCode.AFTER_END,
                        FindingCode.LATE_REPORT);
    }

    @Test
    void a_lawful_suspension_moves_the_course() {
        Kept kept =
                caseWatch(
                        take(
                                CaseFixture.application()
                                        .accepted("2026-03-02T10:00:00")
                                        .suspended("2026-03-03T10:00:00", 10)));

        assertThat(kept.watch().state()).isEqualTo(WatchState.PAUSED);
        assertThat(kept.watch().dues().promise()).isEqualTo(at("2026-03-23T17:00:00"));
        assertThat(kept.due(at("2026-03-12T00:00:00"))).isEmpty();
    }

    @Test
    void a_late_fact_takes_the_support_from_a_card_and_never_the_card() {
        CaseFixture open = CaseFixture.application().accepted("2026-03-02T10:00:00");
        Examination examination = take(open.step("2026-03-12T10:00:00"));
        assertThat(colours(examination)).containsExactly(Colour.BLUE, Colour.YELLOW);

        open.learnedAt("2026-03-20T10:00:00").decided("2026-03-04T10:00:00");
        examination.take(open.news().getLast(), null);

        assertThat(colours(examination)).containsExactly(Colour.BLUE, Colour.YELLOW);
        assertThat(examination.supported("431103-case.case", at("2026-03-20T10:00:00"))).isEmpty();
    }

    @Test
    void silence_until_deemed_acceptance_is_a_yellow_card() {
        Examination examination =
                take(
                        CaseFixture.application()
                                .submitted("2026-03-02T10:00:00")
                                .deemedAccepted("2026-03-02T10:00:00", "2026-03-09T17:00:01"));

        assertThat(examination.draws())
                .filteredOn(d -> d.watch().kind() == WatchKind.ANSWER)
                .extracting(d -> d.crossing().colour())
                .containsExactly(Colour.YELLOW);
        assertThat(caseWatch(examination).watch().openedAt()).isEqualTo(at("2026-03-02T10:00:00"));
    }

    @Test
    void a_promise_that_is_kept_draws_nothing_and_its_watch_closes() {
        Examination examination =
                take(
                        promised()
                                .handedIn("2026-03-20T10:00:00", "m3")
                                .handedIn("2026-05-04T23:59:59", "m4"));

        Kept promise = promise(examination);
        assertThat(promise.watch().closedAt()).isEqualTo(at("2026-05-04T23:59:59"));
        assertThat(sweep(promise, at("2026-09-01T00:00:00"))).isEmpty();
        assertThat(examination.draws())
                .extracting(d -> d.watch().kind())
                .doesNotContain(WatchKind.PROMISE);
    }

    @Test
    void a_promise_that_is_not_kept_is_red_from_the_end_of_its_day() {
        Kept open = promise(take(promised()));
        assertThat(sweep(open, at("2026-04-03T23:59:59"))).isEmpty();
        assertThat(sweep(open, at("2026-04-04T00:00:00"))).containsExactly("RED");

        Kept half = promise(take(promised().handedIn("2026-04-03T16:00:00", "m3")));
        assertThat(sweep(half, at("2026-05-04T23:59:59"))).isEmpty();
        assertThat(sweep(half, at("2026-05-05T00:00:00"))).containsExactly("RED");
    }

    @Test
    void what_comes_late_closes_the_watch_and_leaves_its_card() {
        Examination examination =
                take(
                        promised()
                                .handedIn("2026-04-10T10:00:00", "m3")
                                .handedIn("2026-04-10T10:00:01", "m4"));

        assertThat(examination.draws())
                .filteredOn(d -> d.watch().kind() == WatchKind.PROMISE)
                .singleElement()
                .satisfies(
                        draw -> {
                            assertThat(draw.crossing().at()).isEqualTo(at("2026-04-04T00:00:00"));
                            assertThat(draw.crossing().colour()).isEqualTo(Colour.RED);
                        });
        assertThat(promise(examination).watch().isClosed()).isTrue();
        assertThat(
                        examination.supported(
                                promise(examination).watch().id(), at("2026-09-01T00:00:00")))
                .containsExactly(Colour.RED);
    }

    @Test
    void a_promise_for_nothing_is_not_owed() {
        Kept promise = promise(take(promised().refused("2026-03-10T10:00:00")));
        assertThat(promise.watch().isClosed()).isTrue();
        assertThat(sweep(promise, at("2026-09-01T00:00:00"))).isEmpty();
    }

    private static CaseFixture promised() {
        return CaseFixture.application()
                .submitted("2026-03-02T09:00:00")
                .promised("2026-03-02T09:00:00", Map.of("m3", "2026-04-03", "m4", "2026-05-04"));
    }

    private static Kept promise(Examination examination) {
        return examination.watches().stream()
                .filter(k -> k.watch().kind() == WatchKind.PROMISE)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_derived_watches_do_not_depend_on_the_order_of_arrival() {
        List<News> ordered =
                CaseFixture.application()
                        .submitted("2026-03-02T09:30:00")
                        .promised("2026-03-02T09:30:00", Map.of("m3", "2026-03-10"))
                        .accepted("2026-03-02T10:00:00")
                        .handedIn("2026-03-12T09:00:00", "m3")
                        .step("2026-03-03T09:00:00")
                        .suspended("2026-03-03T10:00:00", 10)
                        .resumed("2026-03-11T10:00:00")
                        .decided("2026-03-20T10:00:00")
                        .finished("2026-03-20T11:00:00")
                        .news();
        List<Watch> expected = watches(ordered);
        for (long seed = 0; seed < 300; seed++) {
            List<News> shuffled = new ArrayList<>(ordered);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(watches(shuffled)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void red_cards_minus_proposals_are_those_of_the_ordered_run() {
        List<News> ordered =
                CaseFixture.application()
                        .accepted("2026-03-02T10:00:00")
                        .suspended("2026-03-03T10:00:00", 10)
                        .resumed("2026-03-11T10:00:00")
                        .finished("2026-04-20T11:00:00")
                        .news();
        Instant now = at("2026-06-01T10:00:00");
        Set<Colour> expected = fold(ordered, null).supported("431103-case.case", now);
        for (long seed = 0; seed < 200; seed++) {
            List<News> shuffled = new ArrayList<>(ordered);
            Collections.shuffle(shuffled, new Random(seed));
            Examination examination = fold(shuffled, null);
            boolean red =
                    colours(examination).contains(Colour.RED)
                            && examination.supported("431103-case.case", now).contains(Colour.RED);
            assertThat(red).as("seed %d", seed).isEqualTo(expected.contains(Colour.RED));
        }
    }

    @Test
    void a_rebuild_draws_the_same_cards_at_the_same_thresholds_whenever_the_sweep_looked() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            CaseFixture fixture = CaseFixture.application();
            LocalDateTime moment = LocalDateTime.parse("2026-03-02T10:00:00");
            fixture.accepted(moment.toString());
            for (int i = random.nextInt(5); i > 0; i--) {
                moment = moment.plusHours(1 + random.nextInt(200));
                fixture.step(moment.toString());
            }
            moment = moment.plusHours(1 + random.nextInt(900));
            if (random.nextBoolean()) fixture.finished(moment.toString());
            Instant end = at("2026-09-01T00:00:00");
            assertThat(lived(fixture.news(), end, random))
                    .as("seed %d", seed)
                    .isEqualTo(rebuilt(fixture.news(), end));
        }
    }

    /** Facts as they come, with sweeps between them at odd moments. */
    private static Set<String> lived(List<News> news, Instant end, Random random) {
        Set<String> drawn = new TreeSet<>();
        Dossier dossier = null;
        List<Kept> kept = List.of();
        for (News one : news) {
            Instant before = one.fact().told().recordedAt();
            kept = swept(kept, before.minusSeconds(random.nextInt(400_000)), drawn);
            Examination examination =
                    new Examination(CaseFixture.norms(), CaseFixture.rules(), dossier, kept);
            examination.take(one, null);
            examination.draws().forEach(d -> drawn.add(d.cardId() + d.crossing()));
            dossier = examination.dossier();
            kept = examination.watches();
        }
        swept(kept, end, drawn);
        return drawn;
    }

    private static Set<String> rebuilt(List<News> news, Instant end) {
        Set<String> drawn = new TreeSet<>();
        Examination examination = fold(news, null);
        examination.draws().forEach(d -> drawn.add(d.cardId() + d.crossing()));
        swept(examination.watches(), end, drawn);
        return drawn;
    }

    private static List<Kept> swept(List<Kept> kept, Instant now, Set<String> drawn) {
        return kept.stream()
                .map(
                        k -> {
                            var due = k.due(now);
                            due.forEach(c -> drawn.add(k.watch().id() + "." + c.rule() + c));
                            return k.drawn(due);
                        })
                .toList();
    }

    private static List<Watch> watches(List<News> news) {
        return fold(news, null).watches().stream().map(Kept::watch).toList();
    }

    private static Examination take(CaseFixture fixture) {
        return fold(fixture.news(), null);
    }

    private static Examination takeHeld(CaseFixture fixture) {
        return fold(fixture.news(), "source:wabo");
    }

    private static Examination fold(List<News> news, @Nullable String heldFor) {
        Examination examination =
                new Examination(CaseFixture.norms(), CaseFixture.rules(), null, List.of());
        news.forEach(n -> examination.take(n, heldFor));
        return examination;
    }

    private static Kept caseWatch(Examination examination) {
        return examination.watches().stream()
                .filter(k -> k.watch().kind() == WatchKind.CASE)
                .findFirst()
                .orElseThrow();
    }

    private static List<Colour> colours(Examination examination) {
        return examination.draws().stream()
                .filter(d -> d.watch().kind() == WatchKind.CASE)
                .map(d -> d.crossing().colour())
                .toList();
    }

    private static List<String> sweep(Kept kept, Instant now) {
        return kept.due(now).stream().map(c -> c.colour().name()).toList();
    }
}
