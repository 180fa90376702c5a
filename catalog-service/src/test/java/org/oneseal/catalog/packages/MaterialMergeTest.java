package org.oneseal.catalog.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.packages.MaterialMerge.Group;
import org.oneseal.catalog.packages.MaterialMerge.Part;
import org.oneseal.catalog.packages.PackageContent.MaterialRef;
import org.oneseal.catalog.packages.PackageContent.SameMaterial;

class MaterialMergeTest {

    @Test
    void oneNameOneTypeOrTheEditorMakeOneMaterial() {
        List<Group> groups =
                MaterialMerge.merge(
                        List.of(
                                part("a", "m1", "营业执照", null),
                                part("b", "m7", "营业 执照", "T1"),
                                part("c", "m1", "工商执照", "T1"),
                                part("c", "m2", "父母身份证", null),
                                part("d", "m3", "身份证", null),
                                part("d", "m1", "申请表", null)),
                        List.of(
                                new SameMaterial(
                                        "父母的身份证",
                                        List.of(
                                                new MaterialRef("c", "m2"),
                                                new MaterialRef("d", "m3")))));
        assertThat(groups).extracting(Group::name).containsExactly("营业执照", "父母的身份证", "申请表");
        assertThat(groups.getFirst().parts()).hasSize(3);
    }

    @Test
    void theStricterFormAndTheMostCopiesCount() {
        Group group =
                new Group(
                        "x",
                        List.of(
                                new Part("a", material("m", Material.Form.BOTH, 1)),
                                new Part("b", material("m", Material.Form.PAPER, 3))));
        assertThat(group.form()).isEqualTo(Material.Form.PAPER);
        assertThat(group.copies()).isEqualTo(3);
        assertThat(group.contradictory()).isFalse();
        assertThat(
                        new Group(
                                        "x",
                                        List.of(
                                                new Part(
                                                        "a", material("m", Material.Form.PAPER, 1)),
                                                new Part(
                                                        "b",
                                                        material(
                                                                "m", Material.Form.ELECTRONIC, 1))))
                                .contradictory())
                .isTrue();
    }

    /** Against whoever is reached by going from one to any that has something in common with it. */
    @Test
    void groupsAreThoseOfTheReference() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(8); i++) {
                parts.add(
                        part(
                                "i" + i,
                                "m",
                                "n" + random.nextInt(5),
                                random.nextInt(3) == 0 ? "t" + random.nextInt(3) : null));
            }
            List<SameMaterial> same =
                    List.of(
                            new SameMaterial(
                                    "s",
                                    List.of(
                                            new MaterialRef("i" + random.nextInt(5), "m"),
                                            new MaterialRef("i" + random.nextInt(5), "m"))));
            Set<Set<String>> merged = new HashSet<>();
            for (Group group : MaterialMerge.merge(parts, same)) {
                assertThat(merged.add(items(group.parts()))).as("seed %s", seed).isTrue();
            }
            assertThat(merged).as("seed %s", seed).isEqualTo(reference(parts, same));
        }
    }

    private static Set<Set<String>> reference(List<Part> parts, List<SameMaterial> same) {
        Set<Set<String>> groups = new HashSet<>();
        for (Part start : parts) {
            Set<Part> reached = new HashSet<>(Set.of(start));
            boolean grew = true;
            while (grew) {
                grew = false;
                for (Part part : parts) {
                    for (Part at : List.copyOf(reached)) {
                        if (alike(at, part, same)) grew |= reached.add(part);
                    }
                }
            }
            groups.add(items(List.copyOf(reached)));
        }
        return groups;
    }

    private static boolean alike(Part one, Part other, List<SameMaterial> same) {
        if (one.material().name().equals(other.material().name())) return true;
        String type = one.material().certificateType();
        if (type != null && type.equals(other.material().certificateType())) return true;
        return same.stream()
                .map(SameMaterial::materials)
                .anyMatch(
                        m ->
                                m.contains(new MaterialRef(one.item(), "m"))
                                        && m.contains(new MaterialRef(other.item(), "m")));
    }

    private static Set<String> items(List<Part> parts) {
        Set<String> items = new HashSet<>();
        parts.forEach(p -> items.add(p.item()));
        return items;
    }

    private static Part part(
            String item, String code, String name, @org.jspecify.annotations.Nullable String type) {
        return new Part(item, PackageSamples.material(code, name, Material.Form.BOTH, type));
    }

    private static Material material(String code, Material.Form form, int copies) {
        Material m = PackageSamples.material(code, "x", form, null);
        return new Material(
                m.code(),
                m.name(),
                m.necessity(),
                m.core(),
                m.form(),
                copies,
                m.source(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
