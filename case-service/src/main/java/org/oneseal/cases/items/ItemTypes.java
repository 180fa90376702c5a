package org.oneseal.cases.items;

import java.util.Optional;
import java.util.Set;
import org.oneseal.platform.identity.ImplementationCode;

/**
 * Which types (事项类型, GB/T 39554.1) are no cases: penalties, coercion, levies and inspections, which
 * a body takes up of its own accord. They stand in its power list (权责清单) and are never applied for.
 */
public final class ItemTypes {

    private static final Set<String> POWERS = Set.of("02", "03", "04", "06");

    private ItemTypes() {}

    public static boolean isPower(String itemType) {
        return POWERS.contains(itemType);
    }

    /** The type that an implementation code names, where it is one of a power. */
    public static Optional<String> powerOf(String itemCode) {
        if (!ImplementationCode.isValid(itemCode)) return Optional.empty();
        String type = new ImplementationCode(itemCode).matter().itemType();
        return isPower(type) ? Optional.of(type) : Optional.empty();
    }
}
