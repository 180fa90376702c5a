package org.oneseal.catalog.indicators;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A level of how far an item goes online (网办深度), best first in the table; an item is of the first
 * level whose conditions it meets.
 *
 * @param level I to IV
 * @param anyOf steps of which one must go online, empty for no condition
 * @param mostTrips how often one may have to come, null for any number
 */
public record DepthLevel(
        String level, List<String> anyOf, @Nullable Integer mostTrips, String label) {}
