package org.oneseal.catalog.guide;

import java.util.Set;
import java.util.function.Predicate;

/**
 * What a guide may speak of.
 *
 * @param materials codes of the materials, none where effects on materials make no sense
 * @param fees names of the fees
 * @param packages whether a package of that code is published
 */
public record GuideSubject(Set<String> materials, Set<String> fees, Predicate<String> packages) {

    public GuideSubject {
        materials = Set.copyOf(materials);
        fees = Set.copyOf(fees);
    }
}
