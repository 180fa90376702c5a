package org.oneseal.cases.filing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a case came in.
 *
 * @param projectNumber of the investment project (项目代码)
 * @param greenReason why it goes first (绿色通道), null where it does not
 * @param helper party who filed it for another
 * @param relation of family help: what the helper is to the applicant
 */
public record Filing(
        String caseId,
        String caseNumber,
        String itemName,
        @Nullable String projectNumber,
        @Nullable String greenReason,
        @Nullable Help help,
        @Nullable String helper,
        @Nullable String relation,
        @Nullable String batch,
        Instant filedAt) {

    /** Who helps. */
    public enum Help {
        /** A helper of the hall or of an agency (帮代办). */
        HELPER,
        /** Family, for those who cannot do it themselves (亲情帮办). */
        FAMILY
    }

    public boolean ordinary() {
        return projectNumber == null && greenReason == null && help == null && batch == null;
    }
}
