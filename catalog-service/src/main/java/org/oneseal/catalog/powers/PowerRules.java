package org.oneseal.catalog.powers;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.powers.PowerContent.Rank;
import org.oneseal.catalog.regions.Regional;

/**
 * What the power list of a region must say, from a day on.
 *
 * @param region twelve digits with everything below, null for the whole country
 * @param from first day it holds, null where nobody knows it
 * @param until first day it no longer holds, null for no end
 * @param ground what lays it down
 * @param requiredElements elements that every power must have, such as duties
 * @param types of powers that are listed; every other type is applied for or is none
 */
public record PowerRules(
        @Nullable String region,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String ground,
        List<String> requiredElements,
        List<Type> types)
        implements Regional {

    /**
     * What holds for one type of power.
     *
     * @param ground law that governs the type, null where none does as a whole
     * @param ranks kinds of acts of which one must be among the bases
     * @param entrustable whether the body may be one that is entrusted (委托)
     * @param measures what may be done at all; none for anything
     * @param stages in which duties are told
     */
    public record Type(
            String itemType,
            @Nullable String ground,
            List<Rank> ranks,
            boolean entrustable,
            List<String> measures,
            List<Stage> stages) {}

    /**
     * A stage of exercising a power.
     *
     * @param required whether each power of the type says its duties there
     */
    public record Stage(String name, boolean required) {}

    Optional<Type> type(String itemType) {
        return types.stream().filter(t -> t.itemType().equals(itemType)).findFirst();
    }
}
