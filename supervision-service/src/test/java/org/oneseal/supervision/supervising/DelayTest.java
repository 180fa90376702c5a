package org.oneseal.supervision.supervising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.supervision.watching.Delay.Whose.APPLICANT;
import static org.oneseal.supervision.watching.Delay.Whose.HANDLER;
import static org.oneseal.supervision.watching.Delay.Whose.OTHER_DEPARTMENT;
import static org.oneseal.supervision.watching.Delay.Whose.SYSTEM;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Delay;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.Told;

/** Whose the working days of a case were, from Monday 2 March 2026 on. */
class DelayTest {

    private final List<CaseFact> facts = new ArrayList<>();

    @Test
    void who_is_asked_for_an_opinion_has_the_days_until_it_answers() {
        facts.add(new CaseFact.Consulted(told("2026-03-03T10:00:00"), "c1", "other"));
        facts.add(new CaseFact.ConsultationEnded(told("2026-03-05T10:00:00"), "c1"));

        assertThat(days("2026-03-09T10:00:00"))
                .isEqualTo(Map.of(HANDLER, 3, OTHER_DEPARTMENT, 2, APPLICANT, 0, SYSTEM, 0));
    }

    @Test
    void an_opinion_that_never_came_is_the_other_s_until_the_end() {
        facts.add(new CaseFact.Consulted(told("2026-03-03T10:00:00"), "c1", "other"));
        facts.add(new CaseFact.ConsultationEnded(told("2026-03-05T10:00:00"), "c2"));

        assertThat(days("2026-03-09T10:00:00"))
                .isEqualTo(Map.of(HANDLER, 1, OTHER_DEPARTMENT, 4, APPLICANT, 0, SYSTEM, 0));
    }

    @Test
    void who_asks_colleagues_of_the_same_department_keeps_the_days() {
        facts.add(new CaseFact.Consulted(told("2026-03-03T10:00:00"), "c1", "own"));

        assertThat(days("2026-03-09T10:00:00"))
                .isEqualTo(Map.of(HANDLER, 5, OTHER_DEPARTMENT, 0, APPLICANT, 0, SYSTEM, 0));
    }

    @Test
    void what_the_applicant_owes_meanwhile_weighs_more() {
        facts.add(new CaseFact.Consulted(told("2026-03-02T10:00:00"), "c1", "other"));
        facts.add(new CaseFact.CorrectionRequested(told("2026-03-03T10:00:00"), List.of("m")));
        facts.add(new CaseFact.Corrected(told("2026-03-04T10:00:00")));

        assertThat(days("2026-03-09T10:00:00"))
                .isEqualTo(Map.of(HANDLER, 0, OTHER_DEPARTMENT, 4, APPLICANT, 1, SYSTEM, 0));
    }

    private Map<Delay.Whose, Integer> days(String until) {
        CaseHead head =
                new CaseHead(
                        "c",
                        "c",
                        null,
                        null,
                        "",
                        false,
                        false,
                        null,
                        null,
                        "ONLINE",
                        CaseFixture.COUNTY,
                        "own");
        return Delay.of(
                        new Dossier(head, facts),
                        CaseFixture.at("2026-03-02T09:00:00"),
                        CaseFixture.at(until),
                        List.of(),
                        CaseFixture.norms().calendar(CaseFixture.COUNTY).orElseThrow())
                .days();
    }

    private Told told(String at) {
        return new Told(facts.size() + 1L, CaseFixture.at(at), CaseFixture.at(at), null, List.of());
    }
}
