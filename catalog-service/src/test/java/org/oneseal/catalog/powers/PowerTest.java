package org.oneseal.catalog.powers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.powers.PowerSamples.DIGESTS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.reviewing.ReviewRule;
import org.oneseal.catalog.reviewing.Verdict;
import org.oneseal.catalog.powers.Power.Checked;
import org.oneseal.platform.objection.Objection;

class PowerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Checked FREE = new Checked(List.of(), new ReviewRule(false));
    private static final Checked BY_TWO = new Checked(List.of(), new ReviewRule(true));

    @Test
    void eachStateAllowsItsActionsAndNoOther() {
        Map<String, Power> states = new LinkedHashMap<>();
        states.put("draft", draft());
        states.put("checked", done(review(draft(), true, null)));
        states.put("rejected", done(review(draft(), false, "责任事项不全")));
        states.put("in force", published());
        states.put("suspended", done(published().suspend("修订", TODAY)));
        states.put("cancelled", done(published().cancel(TODAY, "废止", TODAY)));
        Map<String, Function<Power, PowerOutcome>> actions = new LinkedHashMap<>();
        actions.put("edit", p -> p.edit(PowerSamples.fit("06"), DIGESTS, TODAY));
        actions.put("discard", p -> p.discardDraft(DIGESTS));
        actions.put("pass", p -> review(p, true, null));
        actions.put("reject", p -> review(p, false, "责任事项不全"));
        actions.put("publish", p -> p.publish(FREE, DIGESTS, TODAY, TODAY, NOW));
        actions.put("suspend", p -> p.suspend("修订", TODAY));
        actions.put("resume", p -> p.resume(TODAY));
        actions.put("cancel", p -> p.cancel(TODAY, "废止", TODAY));
        StringBuilder matrix = new StringBuilder();
        states.forEach(
                (state, power) -> {
                    matrix.append(state).append(':');
                    actions.forEach(
                            (action, act) -> {
                                if (act.apply(power) instanceof PowerOutcome.Done) {
                                    matrix.append(' ').append(action);
                                }
                            });
                    matrix.append('\n');
                });
        assertThat(matrix.toString())
                .isEqualTo(
                        """
                        draft: edit pass reject publish
                        checked: edit pass reject publish
                        rejected: edit pass reject
                        in force: edit suspend cancel
                        suspended: edit resume cancel
                        cancelled:
                        """);
    }

    @Test
    void whereTwoAreNeededOnlyAnotherPersonsReviewOfThisTextCounts() {
        assertThat(codes(draft().publish(BY_TWO, DIGESTS, TODAY, TODAY, NOW)))
                .containsExactly("draft-not-checked");
        Verdict own = new Verdict(true, null, "anna", true, NOW);
        assertThat(codes(draft().review(own, BY_TWO, DIGESTS, TODAY)))
                .containsExactly("same-person");
        Power checked = done(review(draft(), true, null));
        assertThat(codes(checked.publish(BY_TWO, DIGESTS, TODAY, TODAY, NOW))).isEmpty();
        Power changed = done(checked.edit(PowerSamples.fit("06"), DIGESTS, TODAY));
        assertThat(codes(changed.publish(BY_TWO, DIGESTS, TODAY, TODAY, NOW)))
                .containsExactly("draft-not-checked");
        assertThat(codes(review(draft(), false, " "))).containsExactly("reason-missing");
    }

    @Test
    void everythingThatStandsAgainstAPublicationIsToldAtOnce() {
        Power ending = done(published().cancel(TODAY.plusDays(5), "废止", TODAY));
        Power same = done(ending.edit(PowerSamples.fit("02"), DIGESTS, TODAY));
        Checked checked = new Checked(List.of(Objection.of("name-missing")), new ReviewRule(false));
        assertThat(codes(same.publish(checked, DIGESTS, TODAY.minusDays(1), TODAY, NOW)))
                .containsExactly(
                        "name-missing",
                        "item-unchanged",
                        "effective-in-the-past",
                        "effective-before-last-version");
        assertThat(codes(same.publish(FREE, DIGESTS, TODAY.plusDays(5), TODAY, NOW)))
                .containsExactly("item-unchanged", "effective-after-cancellation");
        assertThat(codes(published().cancel(TODAY.minusDays(1), " ", TODAY)))
                .containsExactly("reason-missing", "cancellation-in-the-past");
    }

    @Test
    void whatGovernsOnADayFollowsFromTheDays() {
        Power changed = done(published().edit(PowerSamples.fit("06"), DIGESTS, TODAY));
        Power two = done(changed.publish(FREE, DIGESTS, TODAY.plusDays(3), TODAY, NOW));
        Power ending = done(two.cancel(TODAY.plusDays(9), "废止", TODAY));
        assertThat(number(ending, TODAY.minusDays(1))).isEmpty();
        assertThat(number(ending, TODAY)).contains(1);
        assertThat(number(ending, TODAY.plusDays(3))).contains(2);
        assertThat(number(ending, TODAY.plusDays(9))).isEmpty();
        assertThat(ending.status(TODAY.plusDays(8))).isEqualTo(ItemStatus.IN_FORCE);
        assertThat(ending.status(TODAY.plusDays(9))).isEqualTo(ItemStatus.CANCELLED);
    }

    private static Optional<Integer> number(Power power, LocalDate day) {
        return power.governing(day).map(PowerVersion::number);
    }

    private static Power draft() {
        return PowerSamples.draft(PowerSamples.fit("02"));
    }

    private static Power published() {
        return done(draft().publish(FREE, DIGESTS, TODAY, TODAY, NOW));
    }

    private static PowerOutcome review(Power power, boolean passed, @Nullable String reason) {
        return power.review(new Verdict(passed, reason, "ben", false, NOW), BY_TWO, DIGESTS, TODAY);
    }

    private static Power done(PowerOutcome outcome) {
        if (outcome instanceof PowerOutcome.Done(var power, _)) return power;
        throw new AssertionError(outcome);
    }

    private static List<String> codes(PowerOutcome outcome) {
        List<Objection> objections =
                switch (outcome) {
                    case PowerOutcome.Done _ -> List.of();
                    case PowerOutcome.Objected(var all) -> all;
                    case PowerOutcome.NotNow(var all) -> all;
                };
        return objections.stream().map(Objection::code).toList();
    }
}
