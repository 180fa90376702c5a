package org.oneseal.catalog.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.packages.CheckedPackages.FIT;
import static org.oneseal.catalog.packages.CheckedPackages.members;
import static org.oneseal.catalog.packages.CheckedPackages.wrong;
import static org.oneseal.catalog.packages.PackageSamples.content;
import static org.oneseal.catalog.packages.PackageSamples.member;
import static org.oneseal.catalog.packages.PackageSamples.stage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.guide.Effect;
import org.oneseal.catalog.guide.Guide;
import org.oneseal.catalog.guide.GuideSamples;
import org.oneseal.catalog.guide.Question;
import org.oneseal.catalog.guide.Wording;
import org.oneseal.catalog.packages.PackageContent.Member;
import org.oneseal.catalog.packages.PackageContent.Stage;

/** Each test breaks one thing in a package that is otherwise fit: its members, stages and guide. */
class PackageChecksTest {

    @Test
    void aFitPackageMeetsNothing() {
        assertThat(wrong(FIT)).isEmpty();
    }

    @Test
    void aPackageHasANameAndTwoItemsAtLeastAndNotTooMany() {
        assertThat(
                        wrong(
                                new PackageContent(
                                        new Wording(" ", "x"),
                                        "",
                                        List.of(),
                                        List.of(member("card", null)),
                                        List.of(),
                                        null)))
                .containsExactly("wording-missing /name/zh", "package-too-small /members");
        Member[] many = new Member[5];
        for (int i = 0; i < 5; i++) many[i] = member("i" + i, null);
        assertThat(wrong(content(List.of(), many))).containsExactly("guide-too-large /members");
        Stage[] stages = new Stage[5];
        for (int i = 0; i < 5; i++) stages[i] = stage("s" + i, 1);
        assertThat(wrong(content(List.of(stages), member("proof", null), member("card", null))))
                .containsExactly("guide-too-large /stages");
    }

    @Test
    void everyMemberIsAnItemThatIsTakenInHere() {
        assertThat(members(member("proof", null), member("none", null)))
                .containsExactly("item-unknown /members/1/item");
        assertThat(members(member("card", null), member("card", null)))
                .containsExactly("code-repeated /members/1/item");
        assertThat(members(member("card", null), member("closed", null)))
                .containsExactly("item-takes-nothing /members/1/item");
        assertThat(members(member("card", null), member("far", null)))
                .containsExactly("member-elsewhere /members/1/item");
    }

    @Test
    void stagesHaveNamesLeadersAndMembersAndMembersHaveStages() {
        Stage odd = new Stage("X", new Wording("阶段", ""), "none", null);
        assertThat(wrong(content(List.of(odd), member("proof", "X"), member("card", "X"))))
                .containsExactly(
                        "guide-code-invalid /stages/0/code",
                        "wording-missing /stages/0/name/en",
                        "department-unknown /stages/0/lead");
        assertThat(
                        wrong(
                                content(
                                        List.of(stage("a", 9), stage("a", 9), stage("b", 9)),
                                        member("proof", "a"),
                                        member("card", "a"))))
                .containsExactly("code-repeated /stages/1/code", "stage-without-members /stages/2");
        assertThat(
                        wrong(
                                content(
                                        List.of(stage("a", 9)),
                                        member("proof", "a"),
                                        member("card", null))))
                .containsExactly("member-without-stage /members/1/stage");
        assertThat(members(member("proof", "a"), member("card", null)))
                .containsExactly("stage-unknown /members/0/stage");
    }

    @Test
    void theGuideSpeaksOfItsMembersAndAsksAsTheyDo() {
        assertThat(
                        guided(
                                GuideSamples.guide(
                                        List.of(GuideSamples.yesNo("a", null)),
                                        GuideSamples.determination(
                                                "d", "a > 1", Effect.Kind.LEAVE_OUT_MEMBER, "none"),
                                        GuideSamples.requires("e", "a", "m1"))))
                .containsExactly(
                        "condition-types-differ /guidance/determinations/0/when",
                        "member-unknown /guidance/determinations/0/effect/target",
                        "material-unknown /guidance/determinations/1/effect/target");
        assertThat(
                        guided(
                                GuideSamples.guide(
                                        List.of(
                                                GuideSamples.question(
                                                        "rural", Question.Kind.TEXT, null)))))
                .containsExactly("question-conflict /guidance/questions/0");
        assertThat(guided(GuideSamples.guide(List.of(GuideSamples.yesNo("rural", null)))))
                .isEmpty();
    }

    private static List<String> guided(Guide guide) {
        return wrong(
                new PackageContent(
                        GuideSamples.text("p"),
                        "",
                        List.of(),
                        List.of(member("proof", null), member("asking", null)),
                        List.of(),
                        guide));
    }
}
