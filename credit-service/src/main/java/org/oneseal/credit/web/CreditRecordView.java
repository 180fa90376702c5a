package org.oneseal.credit.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.publicity.LicenceChecks;

/**
 * A record as officers see it.
 *
 * @param due last day in time, Asia/Shanghai; null while no calendar is known
 * @param warning NONE, BLUE or YELLOW
 * @param inTime null until it is published
 * @param daysUntilTold calendar days from the decision until this service was told (报送时滞)
 * @param daysUntilPublished calendar days from the decision to publication (公示时滞)
 * @param findings what is against the national standard, to be corrected
 */
record CreditRecordView(
        String id,
        long version,
        @Nullable String department,
        String caseId,
        String caseNumber,
        String state,
        @Nullable LocalDate due,
        boolean provisional,
        String warning,
        @Nullable Boolean inTime,
        boolean deidentified,
        String rule,
        Instant openedAt,
        @Nullable Instant withheldAt,
        @Nullable String withheldFor,
        @Nullable String withheldGround,
        @Nullable Long daysUntilTold,
        @Nullable Long daysUntilPublished,
        List<LicenceChecks.Finding> findings,
        PublicityView licence) {}
