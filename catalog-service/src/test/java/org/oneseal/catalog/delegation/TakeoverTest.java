package org.oneseal.catalog.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/** The receiver of what goes down takes it over within the act's days, once, and not backwards. */
class TakeoverTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final RegionCode TOWN = new RegionCode("431125001000");

    @Test
    void aTakeoverLiesWithinTheDaysOfTheAct() {
        Delegation act = act(TODAY.plusDays(1), TODAY.plusDays(10), true);
        assertThat(codes(act.takeOver(TODAY, TODAY))).containsExactly("takeover-outside-validity");
        assertThat(codes(act.takeOver(TODAY.plusDays(10), TODAY)))
                .containsExactly("takeover-outside-validity");
        assertThat(codes(act.takeOver(TODAY.plusDays(9), TODAY))).isEmpty();
    }

    @Test
    void aTakeoverIsTodayOrLater() {
        Delegation act = act(TODAY.minusDays(5), null, true);
        assertThat(codes(act.takeOver(TODAY.minusDays(1), TODAY)))
                .containsExactly("takeover-in-the-past");
        assertThat(codes(act.takeOver(TODAY, TODAY))).isEmpty();
    }

    @Test
    void whatIsTakenOverOrNeedsNoTakeoverOrIsOverIsNotTakenOver() {
        Delegation act = act(TODAY, TODAY.plusDays(5), true);
        Delegation taken = done(act.takeOver(TODAY, TODAY));
        assertThat(codes(taken.takeOver(TODAY, TODAY))).containsExactly("delegation-taken-over");
        assertThat(codes(act(TODAY, null, false).takeOver(TODAY, TODAY)))
                .containsExactly("takeover-not-needed");
        assertThat(codes(act.takeOver(TODAY.plusDays(6), TODAY.plusDays(6))))
                .containsExactly("delegation-over");
    }

    private static Delegation act(LocalDate from, @Nullable LocalDate to, boolean takeover) {
        return new Delegation(
                "431125-a",
                DelegationKind.HANDED_DOWN,
                "431125-Z1",
                TOWN,
                TOWN,
                from,
                to,
                "ground",
                null,
                true,
                takeover,
                List.of(new Delegation.Line("item", "431125-WJ")),
                null,
                null,
                null,
                false,
                1,
                "");
    }

    private static Delegation done(DelegationOutcome outcome) {
        if (outcome instanceof DelegationOutcome.Done(var act)) return act;
        throw new AssertionError(codes(outcome).toString());
    }

    private static List<String> codes(DelegationOutcome outcome) {
        List<Objection> objections =
                switch (outcome) {
                    case DelegationOutcome.Done _ -> List.of();
                    case DelegationOutcome.Objected(var why) -> why;
                    case DelegationOutcome.NotNow(var why) -> why;
                };
        return objections.stream().map(Objection::code).toList();
    }
}
