package org.oneseal.catalog.packages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.Material;
import org.oneseal.catalog.packages.PackageContent.MaterialRef;
import org.oneseal.catalog.packages.PackageContent.SameMaterial;

/**
 * Which materials of the members are one and are handed in once: those of one name, those that one
 * type of certificate replaces, and those that the package says are the same. (Codes of materials
 * count within an item only.)
 */
final class MaterialMerge {

    private MaterialMerge() {}

    /** A material of a member. */
    record Part(String item, Material material) {}

    /** What is handed in once, under one name. */
    record Group(String name, List<Part> parts) {

        /** Whether one member takes paper only and another no paper. */
        boolean contradictory() {
            return has(Material.Form.PAPER) && has(Material.Form.ELECTRONIC);
        }

        Material.Form form() {
            if (has(Material.Form.PAPER)) return Material.Form.PAPER;
            return has(Material.Form.ELECTRONIC) ? Material.Form.ELECTRONIC : Material.Form.BOTH;
        }

        int copies() {
            return parts.stream().mapToInt(p -> p.material().copies()).max().orElse(1);
        }

        private boolean has(Material.Form form) {
            return parts.stream().anyMatch(p -> p.material().form() == form);
        }
    }

    static List<Group> merge(List<Part> parts, List<SameMaterial> same) {
        int[] first = new int[parts.size()];
        Map<String, Integer> seen = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            first[i] = i;
            for (String mark : marks(parts.get(i), same)) {
                Integer other = seen.putIfAbsent(mark, i);
                if (other != null) join(first, other, i);
            }
        }
        Map<Integer, List<Part>> groups = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            groups.computeIfAbsent(root(first, i), _ -> new ArrayList<>()).add(parts.get(i));
        }
        return groups.values().stream().map(g -> new Group(name(g, same), g)).toList();
    }

    /** What it is known by; two materials with one mark in common are one. */
    private static List<String> marks(Part part, List<SameMaterial> same) {
        List<String> marks = new ArrayList<>();
        marks.add("name " + part.material().name().replaceAll("\\s", ""));
        String type = part.material().certificateType();
        if (type != null) marks.add("type " + type);
        Integer group = said(part, same);
        if (group != null) marks.add("same " + group);
        return marks;
    }

    private static @Nullable Integer said(Part part, List<SameMaterial> same) {
        MaterialRef ref = new MaterialRef(part.item(), part.material().code());
        for (int i = 0; i < same.size(); i++) {
            if (same.get(i).materials().contains(ref)) return i;
        }
        return null;
    }

    private static String name(List<Part> group, List<SameMaterial> same) {
        for (Part part : group) {
            Integer said = said(part, same);
            if (said != null) return same.get(said).name();
        }
        return group.getFirst().material().name();
    }

    private static int root(int[] first, int of) {
        int at = of;
        while (first[at] != at) at = first[at];
        return at;
    }

    private static void join(int[] first, int one, int other) {
        int left = root(first, one);
        int right = root(first, other);
        first[Math.max(left, right)] = Math.min(left, right);
    }
}
