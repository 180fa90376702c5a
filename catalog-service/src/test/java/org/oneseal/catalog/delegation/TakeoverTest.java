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

    @Test
    void whatIsPreparedFirstIsDoneStepByStepBeforeTheTakeover() {
        SetUp two =
                new SetUp(
                        List.of(
                                new SetUp.Step("network", "网络配置", null),
                                new SetUp.Step("training", "业务培训", null)),
                        true);
        Delegation act = act(TODAY, null, true, two);
        assertThat(codes(act.takeOver(TODAY, TODAY))).containsExactly("set-up-open");
        assertThat(codes(act.prepare("party", TODAY, TODAY)))
                .containsExactly("set-up-step-unknown");
        assertThat(codes(act.prepare("network", TODAY.plusDays(1), TODAY)))
                .containsExactly("set-up-in-the-future");
        Delegation half = done(act.prepare("network", TODAY, TODAY));
        assertThat(codes(half.prepare("network", TODAY, TODAY)))
                .containsExactly("set-up-step-done");
        assertThat(codes(half.takeOver(TODAY, TODAY))).containsExactly("set-up-open");
        Delegation ready = done(half.prepare("training", TODAY.minusDays(2), TODAY));
        assertThat(codes(ready.takeOver(TODAY, TODAY))).isEmpty();
        assertThat(codes(done(ready.takeOver(TODAY, TODAY)).takeOver(TODAY, TODAY)))
                .containsExactly("delegation-taken-over");
        Delegation over = act(TODAY, TODAY.plusDays(1), true, two);
        assertThat(codes(over.prepare("network", TODAY, TODAY.plusDays(1))))
                .containsExactly("delegation-over");
        Delegation unhurried = act(TODAY, null, true, new SetUp(two.steps(), false));
        assertThat(codes(unhurried.takeOver(TODAY, TODAY))).isEmpty();
    }

    private static Delegation act(
            LocalDate from, @Nullable LocalDate to, boolean takeover, SetUp setUp) {
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
                setUp,
                FollowUps.NONE,
                null,
                null,
                null,
                false,
                1,
                "");
    }

    private static Delegation act(LocalDate from, @Nullable LocalDate to, boolean takeover) {
        return act(from, to, takeover, SetUp.NONE);
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
