package org.oneseal.supervision.watching;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * What an item version says about time (法定时限, 承诺时限, 环节时限) and about what may be asked for.
 *
 * @param extensionMovesPromise whether an extension moves the promised due date too, null where not
 *     told
 * @param steps limits of the steps that have one, by code
 * @param priorExamination code of the step in which a lower body examines first (先行审查), null where
 *     there is none
 * @param materials codes of all materials; empty where none are known
 */
public record ItemNorm(
        String code,
        int version,
        @Nullable TimeLimit legal,
        @Nullable TimeLimit promised,
        @Nullable Boolean extensionMovesPromise,
        Map<String, TimeLimit> steps,
        @Nullable String priorExamination,
        Set<String> materials) {

    @SuppressWarnings("ConstantValue") // rows written before a member existed lack it
    public ItemNorm {
        steps = steps == null ? Map.of() : Map.copyOf(steps);
        materials = materials == null ? Set.of() : Set.copyOf(materials);
    }

    /** Whether an extension moves the promised due date, too; not where nobody says so. */
    boolean movesPromise() {
        return Boolean.TRUE.equals(extensionMovesPromise);
    }

    /** An item of which only the limits are known. */
    public static ItemNorm ofLimits(
            String code, int version, @Nullable TimeLimit legal, @Nullable TimeLimit promised) {
        return new ItemNorm(code, version, legal, promised, null, Map.of(), null, Set.of());
    }
}
