package org.oneseal.credit.publicity;

import java.time.LocalDate;

/**
 * The last day on which publication is in time, and the calendar it was counted on. Only an index:
 * {@link PublicityTerm} derives it anew at any time.
 */
public record PublicityDue(
        LocalDate lastDay,
        LocalDate warnFrom,
        boolean provisional,
        String calendarRegion,
        String calendarVersion) {}
