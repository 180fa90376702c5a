package org.oneseal.catalog.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.guide.GuideSamples.choice;
import static org.oneseal.catalog.guide.GuideSamples.determination;
import static org.oneseal.catalog.guide.GuideSamples.guide;
import static org.oneseal.catalog.guide.GuideSamples.leavesOut;
import static org.oneseal.catalog.guide.GuideSamples.requires;
import static org.oneseal.catalog.guide.GuideSamples.text;
import static org.oneseal.catalog.guide.GuideSamples.yesNo;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.cel.CelSamples;

/** Each test breaks one thing in a guide that is otherwise fit. */
class GuideChecksTest {

    private static final GuideSubject SUBJECT =
            new GuideSubject(Set.of("m1", "m2"), Set.of("工本费"), Set.of("item"), "birth"::equals);
    private static final GuideLimits LIMITS = new GuideLimits(4, 3, 2, 8, 60);
    private static final Guide FIT =
            new Guide(
                    List.of(
                            yesNo("minor", null),
                            choice("kind", "minor", "new", "renewed"),
                            yesNo("rural", "minor && kind == 'new'")),
                    List.of(new Guide.Variant("first", text("first"))),
                    List.of(
                            determination("d1", "kind == 'new'", Effect.Kind.VARIANT, "first"),
                            requires("d2", "minor", "m1"),
                            leavesOut("d3", "rural", "m2"),
                            determination("d4", "rural", Effect.Kind.SET_FEE, "工本费"),
                            determination("d5", "minor", Effect.Kind.WAIVE_FEE, "工本费"),
                            determination("d6", "minor", Effect.Kind.ADD_ROLE, "guardian"),
                            determination("d7", "minor", Effect.Kind.SUGGEST_PACKAGE, "birth"),
                            determination("d8", "rural", Effect.Kind.REFUSE, null)));

    @Test
    void aFitGuideMeetsNothing() {
        assertThat(wrong(FIT)).isEmpty();
    }

    @Test
    void nothingIsLargerThanAllowed() {
        assertThat(wrong(new Guide(Collections.nCopies(5, yesNo("a", null)), List.of(), List.of())))
                .containsExactly("guide-too-large /questions");
        assertThat(
                        wrong(
                                guide(
                                        List.of(choice("a", null, "w", "x", "y", "z")),
                                        requires("d", "true", "m1"))))
                .containsExactly("guide-too-large /questions/0/options");
        assertThat(
                        wrong(
                                new Guide(
                                        List.of(),
                                        Collections.nCopies(3, new Guide.Variant("v", text("v"))),
                                        List.of())))
                .containsExactly("guide-too-large /variants");
        assertThat(
                        wrong(
                                new Guide(
                                        List.of(),
                                        List.of(),
                                        Collections.nCopies(9, requires("d", "true", "m1")))))
                .containsExactly("guide-too-large /determinations");
        assertThat(
                        wrong(
                                guide(
                                        List.of(yesNo("a", null)),
                                        requires("d", "a || ".repeat(20) + "a", "m1"))))
                .containsExactly("condition-too-long /determinations/0/when");
    }

    @Test
    void codesAreNamesAndEachIsThereOnce() {
        assertThat(wrong(guide(List.of(yesNo("A b", null)))))
                .containsExactly("guide-code-invalid /questions/0/code");
        assertThat(wrong(guide(List.of(yesNo("today", null)))))
                .containsExactly("guide-code-reserved /questions/0/code");
        assertThat(wrong(guide(List.of(yesNo("a", null), yesNo("a", null)))))
                .containsExactly("code-repeated /questions/1/code");
        assertThat(
                        wrong(
                                guide(
                                        List.of(),
                                        requires("d", "true", "m1"),
                                        requires("d", "true", "m2"))))
                .containsExactly("code-repeated /determinations/1/code");
        assertThat(wrong(guide(List.of(choice("a", null, "x", "x")))))
                .containsExactly("code-repeated /questions/0/options/1/code");
    }

    @Test
    void aChoiceHasOptionsAndNothingElseHas() {
        assertThat(wrong(guide(List.of(choice("a", null, "x")))))
                .containsExactly("choice-without-options /questions/0/options");
        Question odd =
                new Question(
                        "a",
                        text("a"),
                        Question.Kind.BOOLEAN,
                        null,
                        List.of(new Question.Option("x", text("x"))));
        assertThat(wrong(guide(List.of(odd))))
                .containsExactly("options-without-choice /questions/0/options");
    }

    @Test
    void everyTextIsThereInBothLanguages() {
        Question mute =
                new Question("a", new Wording(" ", ""), Question.Kind.BOOLEAN, null, List.of());
        assertThat(wrong(guide(List.of(mute))))
                .containsExactly(
                        "wording-missing /questions/0/text/zh",
                        "wording-missing /questions/0/text/en");
        Determination silent =
                new Determination(
                        "d",
                        "true",
                        new Effect(Effect.Kind.ADD_ROLE, "guardian", null, null),
                        null);
        assertThat(wrong(guide(List.of(), silent)))
                .containsExactly(
                        "wording-missing /determinations/0/effect/text/zh",
                        "wording-missing /determinations/0/effect/text/en");
    }

    @Test
    void aQuestionRestsOnEarlierOnesOnly() {
        assertThat(wrong(guide(List.of(yesNo("a", "b"), yesNo("b", null)))))
                .containsExactly("condition-question-later /questions/0/when");
        assertThat(wrong(guide(List.of(yesNo("a", "a")))))
                .containsExactly(
                        "condition-question-later /questions/0/when",
                        "question-never-asked /questions/0/when");
        assertThat(wrong(guide(List.of(yesNo("a", "c"), yesNo("b", "a"), yesNo("c", "b")))))
                .containsExactly(
                        "condition-question-later /questions/0/when",
                        "question-never-asked /questions/0/when",
                        "question-never-asked /questions/1/when",
                        "question-never-asked /questions/2/when");
    }

    @Test
    void aVariantIsChosenBySomething() {
        assertThat(
                        wrong(
                                new Guide(
                                        List.of(),
                                        List.of(new Guide.Variant("v", text("v"))),
                                        List.of())))
                .containsExactly("variant-never-chosen /variants/0");
    }

    @Test
    void anEffectNamesWhatThereIs() {
        assertThat(effect(Effect.Kind.VARIANT, "x")).containsExactly("variant-unknown" + TARGET);
        assertThat(effect(Effect.Kind.REQUIRE_MATERIAL, "m9"))
                .containsExactly("material-unknown" + TARGET);
        assertThat(effect(Effect.Kind.LEAVE_OUT_MATERIAL, null))
                .containsExactly("material-unknown" + TARGET);
        assertThat(effect(Effect.Kind.SET_FEE, "x")).containsExactly("fee-unknown" + TARGET);
        assertThat(effect(Effect.Kind.WAIVE_FEE, "x")).containsExactly("fee-unknown" + TARGET);
        assertThat(effect(Effect.Kind.SUGGEST_PACKAGE, "x"))
                .containsExactly("package-unknown" + TARGET);
        assertThat(effect(Effect.Kind.INCLUDE_MEMBER, "x"))
                .containsExactly("member-unknown" + TARGET);
        assertThat(effect(Effect.Kind.LEAVE_OUT_MEMBER, "x"))
                .containsExactly("member-unknown" + TARGET);
        assertThat(effect(Effect.Kind.LEAVE_OUT_MEMBER, "item")).isEmpty();
        assertThat(effect(Effect.Kind.ADD_ROLE, "Guardian"))
                .containsExactly("guide-code-invalid" + TARGET);
    }

    @Test
    void aFeeIsSetToAnAmountAndARefusalHasItsGround() {
        assertThat(
                        wrong(
                                guide(
                                        List.of(),
                                        new Determination(
                                                "d",
                                                "true",
                                                new Effect(Effect.Kind.SET_FEE, "工本费", -1L, null),
                                                null))))
                .containsExactly("fee-without-amount /determinations/0/effect/amountFen");
        assertThat(
                        wrong(
                                guide(
                                        List.of(),
                                        new Determination(
                                                "d",
                                                "true",
                                                new Effect(
                                                        Effect.Kind.REFUSE, null, null, text("d")),
                                                " "))))
                .containsExactly("refusal-without-ground /determinations/0/ground");
    }

    @Test
    void everythingIsToldAtOnce() {
        Guide broken =
                new Guide(
                        List.of(yesNo("a", "zz > 1"), choice("k", null, "x", "y")),
                        List.of(),
                        List.of(
                                requires("d1", "k == 'z'", "m9"),
                                leavesOut("d2", "k", "m2"),
                                determination("d3", "a &&", Effect.Kind.REFUSE, null)));
        assertThat(wrong(broken))
                .containsExactly(
                        "condition-question-unknown /questions/0/when",
                        "condition-option-unknown /determinations/0/when",
                        "material-unknown /determinations/0/effect/target",
                        "condition-choice-misused /determinations/1/when",
                        "condition-not-boolean /determinations/1/when",
                        "condition-unfinished /determinations/2/when");
    }

    private static final String TARGET = " /determinations/0/effect/target";

    private static List<String> effect(
            Effect.Kind kind, @org.jspecify.annotations.Nullable String target) {
        return wrong(guide(List.of(), determination("d", "true", kind, target)));
    }

    private static List<String> wrong(Guide guide) {
        return GuideChecks.objections(guide, SUBJECT, LIMITS, CelSamples.conditions()).stream()
                .map(o -> o.code() + " " + o.field())
                .toList();
    }
}
