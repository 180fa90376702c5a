package org.oneseal.market.admission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who practises for the institution (执业人员), known by the number of a professional
 * certificate, never by a citizen number.
 */
public record Practitioner(
        String name,
        String certificateType,
        String certificateNumber,
        @Nullable LocalDate validTo) {

    boolean holdsOn(LocalDate day) {
        return validTo == null || !validTo.isBefore(day);
    }
}
