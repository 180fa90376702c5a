package org.oneseal.supervision.watching;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * What an item version says about time (法定时限, 承诺时限, 环节时限) and about what may be asked for.
 *
 * @param steps limits of the steps that have one, by code
 * @param materials codes of all materials; empty where none are known
 */
public record ItemNorm(
        String code,
        int version,
        @Nullable TimeLimit legal,
        @Nullable TimeLimit promised,
        Map<String, TimeLimit> steps,
        Set<String> materials) {

    @SuppressWarnings("ConstantValue") // rows written before a member existed lack it
    public ItemNorm {
        steps = steps == null ? Map.of() : Map.copyOf(steps);
        materials = materials == null ? Set.of() : Set.copyOf(materials);
    }

    /** An item of which only the limits are known. */
    public static ItemNorm ofLimits(
            String code, int version, @Nullable TimeLimit legal, @Nullable TimeLimit promised) {
        return new ItemNorm(code, version, legal, promised, Map.of(), Set.of());
    }
}
