package org.oneseal.catalog.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.items.ItemSamples.FINGERPRINTS;
import static org.oneseal.catalog.items.ItemSamples.TODAY;
import static org.oneseal.catalog.items.ItemSamples.licence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.items.ItemChange.Origin;
import org.oneseal.catalog.reviewing.EditorialState;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.catalog.reviewing.Verdict;
import org.oneseal.platform.objection.Objection;

class ItemTest {

    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final PublicationChecks RULES = ItemSamples.rules();
    private static final PublicationChecks RULES_OF_TWO = ItemSamples.rulesOfTwo();

    @Test
    void eachStateAllowsItsActionsAndNoOther() {
        Map<String, Item> states = new LinkedHashMap<>();
        states.put("draft", ItemSamples.draft(licence()));
        states.put("checked", done(review(ItemSamples.draft(licence()), true, null)));
        states.put("rejected", done(review(ItemSamples.draft(licence()), false, "材料不全")));
        states.put("in force", published());
        states.put("suspended", done(published().suspend("机构调整")));
        states.put("cancelled", done(published().cancel(TODAY, "取消", TODAY)));
        Map<String, Function<Item, ItemOutcome>> actions = new LinkedHashMap<>();
        actions.put("edit", i -> i.edit(renamed("新名称"), Origin.EDITOR, FINGERPRINTS));
        actions.put("discard", i -> i.discardDraft(FINGERPRINTS));
        actions.put("pass", i -> review(i, true, null));
        actions.put("reject", i -> review(i, false, "材料不全"));
        actions.put("publish", ItemTest::publish);
        actions.put("suspend", i -> i.suspend("机构调整"));
        actions.put("resume", Item::resume);
        actions.put("cancel", i -> i.cancel(TODAY, "取消", TODAY));
        StringBuilder matrix = new StringBuilder();
        states.forEach(
                (state, item) -> {
                    matrix.append(state).append(':');
                    actions.forEach(
                            (action, act) -> {
                                if (act.apply(item) instanceof ItemOutcome.Done) {
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
    void aReviewSpeaksOfOneTextAndGoesWithIt() {
        Item draft = ItemSamples.draft(licence());
        assertThat(draft.editorialState()).isEqualTo(EditorialState.TO_SUBMIT);
        Item checked = done(review(draft, true, null));
        assertThat(checked.editorialState()).isEqualTo(EditorialState.CHECKED);
        Item mended = done(checked.edit(renamed("新名称"), Origin.EDITOR, FINGERPRINTS));
        assertThat(mended.editorialState()).isEqualTo(EditorialState.TO_SUBMIT);
        Item published = done(publish(checked));
        assertThat(published.review()).isNull();
        assertThat(published.editorialState()).isNull();
        assertThat(codes(review(published, true, null))).containsExactly("item-without-draft");
        Item next = done(published.edit(renamed("新名称"), Origin.EDITOR, FINGERPRINTS));
        Item sentBack = done(review(next, false, " 名称有误 "));
        assertThat(sentBack.review()).extracting(Review::reason).isEqualTo("名称有误");
        assertThat(done(sentBack.suspend("机构调整")).review()).isEqualTo(sentBack.review());
        assertThat(done(sentBack.discardDraft(FINGERPRINTS)).review()).isNull();
    }

    @Test
    void whatWasSentBackIsPublishedOnceItIsChangedOrPassed() {
        Item rejected = done(review(ItemSamples.draft(licence()), false, "材料不全"));
        assertThat(publish(rejected)).isInstanceOf(ItemOutcome.NotNow.class);
        assertThat(codes(publish(rejected))).containsExactly("draft-rejected");
        assertThat(codes(publish(done(review(rejected, true, null))))).isEmpty();
        Item changed = done(rejected.edit(renamed("新名称"), Origin.EDITOR, FINGERPRINTS));
        assertThat(codes(publish(changed))).isEmpty();
        assertThat(codes(rejected.publish(RULES, _ -> "SM3:other", TODAY, TODAY, NOW))).isEmpty();
    }

    @Test
    void whereTwoAreNeededOnlyAnotherPersonsReviewOfThisTextCounts() {
        Item draft = ItemSamples.draft(licence());
        assertThat(codes(publishByTwo(draft, FINGERPRINTS))).containsExactly("draft-not-checked");
        assertThat(codes(draft.review(verdict(true, null, true), RULES_OF_TWO, FINGERPRINTS)))
                .containsExactly("same-person");
        assertThat(codes(draft.review(verdict(false, "", true), RULES_OF_TWO, FINGERPRINTS)))
                .containsExactly("same-person", "reason-missing");
        Item byHimself = done(draft.review(verdict(true, null, true), RULES, FINGERPRINTS));
        assertThat(codes(publishByTwo(byHimself, FINGERPRINTS)))
                .containsExactly("draft-not-checked");
        Item checked = done(draft.review(verdict(true, null, false), RULES_OF_TWO, FINGERPRINTS));
        assertThat(codes(publishByTwo(checked, _ -> "SM3:other")))
                .containsExactly("draft-not-checked");
        assertThat(codes(publishByTwo(checked, FINGERPRINTS))).isEmpty();
    }

    @Test
    void passingADraftMeetsTheChecksOfPublishing() {
        Item same = done(published().edit(licence(), Origin.EDITOR, FINGERPRINTS));
        assertThat(codes(review(same, true, null))).containsExactly("item-unchanged");
        assertThat(codes(review(ItemSamples.draft(renamed("")), true, null)))
                .isEqualTo(codes(publish(ItemSamples.draft(renamed("")))))
                .isNotEmpty();
        assertThat(codes(review(same, false, " "))).containsExactly("reason-missing");
        assertThat(codes(review(same, false, null))).containsExactly("reason-missing");
    }

    private static ItemOutcome publishByTwo(Item item, Fingerprints fingerprints) {
        return item.publish(RULES_OF_TWO, fingerprints, TODAY, TODAY, NOW);
    }

    private static ItemOutcome review(Item item, boolean passed, @Nullable String reason) {
        return item.review(verdict(passed, reason, false), RULES, FINGERPRINTS);
    }

    private static Verdict verdict(boolean passed, @Nullable String reason, boolean own) {
        return new Verdict(passed, reason, "reviewer", own, NOW);
    }

    @Test
    void publishingMakesTheNextNumberAndLeavesTheOldVersionAsItWas() {
        Item first = published();
        Item second = done(publish(done(first.edit(renamed("新名称"), Origin.EDITOR, FINGERPRINTS))));
        assertThat(second.versions()).extracting(ItemVersion::number).containsExactly(1, 2);
        assertThat(second.versions().getFirst()).isEqualTo(first.versions().getFirst());
        assertThat(second.draft()).isNull();
    }

    @Test
    void theVersionThatGovernsIsTheHighestWhoseFirstDayIsReached() {
        Item first = published();
        Item edited = done(first.edit(renamed("新名称"), Origin.EDITOR, FINGERPRINTS));
        LocalDate later = TODAY.plusDays(10);
        Item second = done(edited.publish(ItemSamples.rules(), FINGERPRINTS, later, TODAY, NOW));
        assertThat(number(second, TODAY.minusDays(1))).isZero();
        assertThat(number(second, later.minusDays(1))).isEqualTo(1);
        assertThat(number(second, later)).isEqualTo(2);
    }

    @Test
    void aPlannedVersionGovernsWhenItsDayBeginsAndAfterAnOutageTheLastOneDue() {
        Item second = planned(published(), TODAY.plusDays(2), "第二版");
        Item third = planned(second, TODAY.plusDays(4), "第三版");
        assertThat(phases(third)).containsExactly("GOVERNING", "PLANNED", "PLANNED");
        assertThat(third.nextSwitch()).contains(TODAY.plusDays(2));
        assertThat(codes(third.takeEffect(TODAY.plusDays(1)))).containsExactly("item-without-plan");
        Item onItsDay = done(third.takeEffect(TODAY.plusDays(2)));
        assertThat(phases(onItsDay)).containsExactly("SUPERSEDED", "GOVERNING", "PLANNED");
        assertThat(codes(onItsDay.takeEffect(TODAY.plusDays(2))))
                .containsExactly("item-without-plan");
        Item late = done(third.takeEffect(TODAY.plusDays(9)));
        assertThat(phases(late)).containsExactly("SUPERSEDED", "SUPERSEDED", "GOVERNING");
        assertThat(late.nextSwitch()).isEmpty();
    }

    @Test
    void aVersionPlannedForAfterTheEndNeverTakesEffect() {
        Item planned = planned(published(), TODAY.plusDays(4), "第二版");
        Item leaving = done(planned.cancel(TODAY.plusDays(4), "取消", TODAY));
        assertThat(leaving.nextSwitch()).isEmpty();
        assertThat(codes(leaving.takeEffect(TODAY.plusDays(4))))
                .containsExactly("item-without-plan");
    }

    private static Item planned(Item item, LocalDate day, String name) {
        return done(publishFrom(done(item.edit(renamed(name), Origin.EDITOR, FINGERPRINTS)), day));
    }

    private static List<String> phases(Item item) {
        return item.versions().stream().map(v -> item.phase(v).name()).toList();
    }

    @Test
    void daysThatCannotBeAreRefused() {
        assertThat(codes(publishFrom(ItemSamples.draft(licence()), TODAY.minusDays(1))))
                .containsExactly("effective-in-the-past");
        Item leaving = done(published().cancel(TODAY.plusDays(5), "取消", TODAY));
        Item edited = done(leaving.edit(renamed("新名称"), Origin.EDITOR, FINGERPRINTS));
        assertThat(codes(publishFrom(edited, TODAY.plusDays(5))))
                .containsExactly("effective-after-cancellation");
        assertThat(codes(published().cancel(TODAY.minusDays(1), "取消", TODAY)))
                .containsExactly("cancellation-in-the-past");
        Item ahead = done(publishFrom(ItemSamples.draft(licence()), TODAY.plusDays(9)));
        Item next = done(ahead.edit(renamed("新名称"), Origin.EDITOR, FINGERPRINTS));
        assertThat(codes(publishFrom(next, TODAY)))
                .containsExactly("effective-before-last-version");
    }

    @Test
    void publishingWhatIsPublishedAlreadyIsRefused() {
        Item same = done(published().edit(licence(), Origin.EDITOR, FINGERPRINTS));
        assertThat(codes(publish(same))).containsExactly("item-unchanged");
    }

    @Test
    void aPlannedCancellationWaitsForItsDay() {
        LocalDate day = TODAY.plusDays(3);
        Item planned = done(published().cancel(day, "国务院决定取消", TODAY));
        assertThat(planned.status()).isEqualTo(ItemStatus.IN_FORCE);
        assertThat(planned.reachCancellation(day.minusDays(1)))
                .isInstanceOf(ItemOutcome.NotNow.class);
        Item reached = done(planned.reachCancellation(day));
        assertThat(reached.status()).isEqualTo(ItemStatus.CANCELLED);
        assertThat(reached.statusReason()).isEqualTo("国务院决定取消");
    }

    @Test
    void aSuspensionLeavesTheReasonOfAPlannedCancellationAlone() {
        LocalDate day = TODAY.plusDays(3);
        Item both = done(done(published().cancel(day, "国务院决定取消", TODAY)).suspend("机构调整"));
        assertThat(both.suspensionReason()).isEqualTo("机构调整");
        assertThat(both.cancellationReason()).isEqualTo("国务院决定取消");
        assertThat(both.statusReason()).isEqualTo("机构调整");
        Item resumed = done(both.resume());
        assertThat(resumed.suspensionReason()).isNull();
        assertThat(resumed.statusReason()).isEqualTo("国务院决定取消");
        Item reached = done(both.reachCancellation(day));
        assertThat(reached.statusReason()).isEqualTo("国务院决定取消");
        Item other = done(done(published().suspend("机构调整")).cancel(day, "取消", TODAY));
        assertThat(other.suspensionReason()).isEqualTo("机构调整");
    }

    @Test
    void suspendingAndCancellingNeedAReason() {
        assertThat(codes(published().suspend(" "))).containsExactly("reason-missing");
        assertThat(codes(published().cancel(TODAY, "", TODAY))).containsExactly("reason-missing");
    }

    private static int number(Item item, LocalDate day) {
        return item.governing(day).map(ItemVersion::number).orElse(0);
    }

    private static Item published() {
        return done(publish(ItemSamples.draft(licence())));
    }

    private static ItemOutcome publish(Item item) {
        return publishFrom(item, TODAY);
    }

    private static ItemOutcome publishFrom(Item item, LocalDate from) {
        return item.publish(ItemSamples.rules(), FINGERPRINTS, from, TODAY, NOW);
    }

    private static ItemContent renamed(String name) {
        return ItemSamples.with(licence(), Map.of("name", name));
    }

    private static Item done(ItemOutcome outcome) {
        return switch (outcome) {
            case ItemOutcome.Done done -> done.item();
            case ItemOutcome.Objected objected ->
                    throw new AssertionError(objected.objections().toString());
            case ItemOutcome.NotNow not -> throw new AssertionError(not.objections().toString());
        };
    }

    private static List<String> codes(ItemOutcome outcome) {
        return switch (outcome) {
            case ItemOutcome.Done _ -> List.of();
            case ItemOutcome.Objected objected ->
                    objected.objections().stream().map(Objection::code).toList();
            case ItemOutcome.NotNow not -> not.objections().stream().map(Objection::code).toList();
        };
    }
}
