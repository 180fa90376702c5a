package org.oneseal.catalog.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * A step of handling (环节).
 *
 * @param role realm role of who does it
 * @param limit time of this step, null without one
 * @param separate whether the person must differ from the one who accepted (审批分离)
 * @param priorExamination whether a lower body examines here before the deciding one does
 *     (下级行政机关先行审查), so that the limit counts from acceptance; true or null, so that what was hashed
 *     before it was asked for keeps its digest
 */
public record Step(
        String code,
        String name,
        String role,
        @Nullable TimeLimit limit,
        boolean separate,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean priorExamination) {

    public Step {
        priorExamination = Boolean.TRUE.equals(priorExamination) ? true : null;
    }

    /** Whether a lower body examines here first. */
    public boolean examinesFirst() {
        return priorExamination != null;
    }
}
