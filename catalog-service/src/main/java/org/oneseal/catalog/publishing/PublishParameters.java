package org.oneseal.catalog.publishing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.guide.GuideLimits;
import org.oneseal.catalog.regions.Regional;
import org.oneseal.catalog.reviewing.ReviewRule;

/**
 * The numbers and lists that the checks of publishing use, for a region from a day on.
 *
 * @param region twelve digits with everything below, null for the whole country
 * @param until first day it no longer holds, null for no end
 * @param priorExaminationWorkingDays how long a lower body may examine a licence before it is
 *     decided
 * @param separateReview whether another person than its editor passes a draft before it is
 *     published
 * @param sweepYears for how many years the days are told on which the statute governs a promise
 * @param requiredElements elements that every item must have, such as venues
 * @param mostTrips how often an applicant may be made to come
 * @param mostFormCharacters length of a form as JSON
 * @param guide how large a guide may be
 * @param mostPackageMembers how many items a package may have
 * @param handlingItemEnding pattern of what a handling item's code has behind the item's
 * @param personTopics under which people look for items
 * @param legalTopics under which companies look for items
 */
public record PublishParameters(
        @Nullable String region,
        LocalDate from,
        @Nullable LocalDate until,
        String ground,
        int immediatePromiseMaximumWorkingDays,
        int licenceExtensionMaximumWorkingDays,
        int jointExtensionMaximumWorkingDays,
        int deemedAcceptanceWorkingDays,
        int priorExaminationWorkingDays,
        boolean separateReview,
        int sweepYears,
        List<String> onApplicationTypes,
        List<String> catchAllPhrases,
        List<String> authorityProcedures,
        List<String> applicantProcedures,
        List<String> stepRoles,
        List<String> requiredElements,
        int mostTrips,
        int mostFormCharacters,
        GuideLimits guide,
        int mostPackageMembers,
        String handlingItemEnding,
        List<String> personTopics,
        List<String> legalTopics)
        implements Regional {

    public ReviewRule reviews() {
        return new ReviewRule(separateReview);
    }
}
