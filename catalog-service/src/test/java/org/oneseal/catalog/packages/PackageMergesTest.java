package org.oneseal.catalog.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.packages.CheckedPackages.FED;
import static org.oneseal.catalog.packages.CheckedPackages.members;
import static org.oneseal.catalog.packages.CheckedPackages.wrong;
import static org.oneseal.catalog.packages.PackageSamples.member;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.guide.GuideSamples;
import org.oneseal.catalog.packages.PackageContent.MaterialRef;
import org.oneseal.catalog.packages.PackageContent.SameMaterial;

/** Forms and materials of several members become one, or it is said why they cannot. */
class PackageMergesTest {

    @Test
    void formsAndMaterialsCanBecomeOne() {
        assertThat(members(member("proof", null), member("numbered", null)))
                .containsExactly("data-element-conflict /members/1/item");
        assertThat(members(member("card", null), member("conditional", null)))
                .containsExactly("data-element-conditional /members/1/item");
        assertThat(members(member("card", null), member("referring", null)))
                .containsExactly("data-element-by-reference /members/1/item");
        assertThat(members(member("card", null), member("misnamed", null)))
                .containsExactly("data-element-invalid /members/1/item");
        assertThat(
                        members(
                                member("proof", null),
                                member("household", null, FED),
                                member("paperless", null)))
                .containsExactly("material-conflict /members/2/item");
    }

    @Test
    void whatTheEditorCallsTheSameIsThere() {
        PackageContent bad =
                new PackageContent(
                        GuideSamples.text("p"),
                        "",
                        List.of(),
                        List.of(member("proof", null), member("card", null)),
                        List.of(
                                new SameMaterial(" ", List.of(new MaterialRef("card", "m1"))),
                                new SameMaterial(
                                        "x",
                                        List.of(
                                                new MaterialRef("card", "m1"),
                                                new MaterialRef("card", "m9"),
                                                new MaterialRef("none", "m1")))),
                        null);
        assertThat(wrong(bad))
                .containsExactly(
                        "material-name-missing /same/0/name",
                        "same-material-alone /same/0/materials",
                        "code-repeated /same/1/materials/0/material",
                        "material-unknown /same/1/materials/1/material",
                        "member-unknown /same/1/materials/2/item");
    }
}
