package org.oneseal.catalog.resources;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.regions.Regional;

/**
 * What holds for sharing in a region, from a day on.
 *
 * @param region twelve digits with everything below, null for the whole country
 * @param until first day it no longer holds, null for no end
 * @param ground the act that says so
 * @param unconditionalAnswerWorkingDays within how many working days a demand of what is shared
 *     without a condition is answered
 * @param conditionalAnswerWorkingDays likewise of what is shared on a condition
 */
public record ResourceRule(
        @Nullable String region,
        LocalDate from,
        @Nullable LocalDate until,
        String ground,
        int unconditionalAnswerWorkingDays,
        int conditionalAnswerWorkingDays)
        implements Regional {

    /** Working days for an answer; what is not shared takes no demand. */
    int answerWorkingDays(ShareKind share) {
        return share == ShareKind.UNCONDITIONAL
                ? unconditionalAnswerWorkingDays
                : conditionalAnswerWorkingDays;
    }
}
