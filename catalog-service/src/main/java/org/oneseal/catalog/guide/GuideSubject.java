package org.oneseal.catalog.guide;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What a guide may speak of.
 *
 * @param materials codes of the materials, none where effects on materials make no sense
 * @param fees names of the fees
 * @param members codes of the items of a package, none in an item
 * @param packages whether a package of that code is published
 */
public record GuideSubject(
        Set<String> materials, Set<String> fees, Set<String> members, Predicate<String> packages) {

    public GuideSubject {
        materials = Set.copyOf(materials);
        fees = Set.copyOf(fees);
        members = Set.copyOf(members);
    }

    public static GuideSubject ofItem(
            Set<String> materials, Set<String> fees, Predicate<String> packages) {
        return new GuideSubject(materials, fees, Set.of(), packages);
    }

    public static GuideSubject ofPackage(Set<String> members, Predicate<String> packages) {
        return new GuideSubject(Set.of(), Set.of(), members, packages);
    }
}
