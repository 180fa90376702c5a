package org.oneseal.catalog.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.checklist.SharedFinding;

/** The evaluation of the area that stands for a material (区域评估), and until when. */
record SharedFindingView(
        String code,
        String name,
        String kind,
        String document,
        @Nullable String url,
        LocalDate validTo) {

    static @Nullable SharedFindingView of(@Nullable SharedFinding shared) {
        if (shared == null) return null;
        return new SharedFindingView(
                shared.code(),
                shared.evaluation().name(),
                shared.evaluation().kind(),
                shared.evaluation().document(),
                shared.evaluation().url(),
                shared.evaluation().validTo());
    }
}
