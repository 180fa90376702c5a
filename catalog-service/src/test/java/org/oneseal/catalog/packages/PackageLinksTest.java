package org.oneseal.catalog.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.packages.CheckedPackages.FED;
import static org.oneseal.catalog.packages.CheckedPackages.members;
import static org.oneseal.catalog.packages.CheckedPackages.wrong;
import static org.oneseal.catalog.packages.PackageSamples.after;
import static org.oneseal.catalog.packages.PackageSamples.content;
import static org.oneseal.catalog.packages.PackageSamples.member;
import static org.oneseal.catalog.packages.PackageSamples.stage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.packages.PackageContent.Link;

/** Each test breaks one thing in what waits for what in a package, and what is handed on. */
class PackageLinksTest {

    @Test
    void aStageKeepsItsLimitAndWaitsForNoLaterOne() {
        assertThat(
                        wrong(
                                content(
                                        List.of(stage("all", 4)),
                                        member("proof", "all"),
                                        member("household", "all", FED))))
                .containsExactly("stage-takes-longer /stages/0/limit");
        assertThat(
                        wrong(
                                content(
                                        List.of(stage("a", 9), stage("b", 9)),
                                        member("card", "a", after("proof")),
                                        member("proof", "b"))))
                .containsExactly("stage-order-reversed /members/0/after/0/item");
    }

    @Test
    void nothingWaitsForItselfOrForWhatIsNotThere() {
        assertThat(
                        members(
                                member("proof", null, after("card")),
                                member("card", null, after("proof"))))
                .containsExactly("package-circular /members");
        assertThat(members(member("proof", null, after("card")), member("household", null, FED)))
                .containsExactly("member-unknown /members/0/after/0/item");
    }

    @Test
    void aLinkHandsOnWhatThereIs() {
        assertThat(links(new Link("proof", "r1", null)))
                .containsExactly(
                        "link-incomplete /members/1/after/0", "output-asked-for /members/1/after");
        assertThat(links(new Link("proof", "r9", "m1")))
                .containsExactly("result-unknown /members/1/after/0/result");
        assertThat(links(FED, new Link("proof", "r1", "m9")))
                .containsExactly("material-unknown /members/1/after/1/material");
        assertThat(links(FED, FED)).containsExactly("code-repeated /members/1/after/1/item");
        assertThat(
                        wrong(
                                content(
                                        List.of(),
                                        member("proof", null),
                                        member("typed", null, new Link("proof", "r1", "m1")))))
                .containsExactly("link-types-differ /members/1/after/0/material");
    }

    @Test
    void whatAMemberGivesOutIsNotAskedFor() {
        assertThat(members(member("proof", null), member("household", null)))
                .containsExactly("output-asked-for /members/1/after");
    }

    private static List<String> links(Link... links) {
        return members(member("proof", null), member("household", null, links));
    }
}
