package org.oneseal.supervision.supervising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.supervision.supervising.CaseFixture.at;
import static org.oneseal.supervision.supervising.Examined.caseWatch;
import static org.oneseal.supervision.supervising.Examined.colours;
import static org.oneseal.supervision.supervising.Examined.sweep;
import static org.oneseal.supervision.supervising.Examined.take;
import static org.oneseal.supervision.supervising.Examined.takeHeld;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneseal.supervision.warning.Colour;
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
}
