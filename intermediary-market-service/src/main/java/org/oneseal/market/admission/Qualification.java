package org.oneseal.market.admission;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A qualification certificate (资质).
 *
 * @param validTo last day it holds, null means without end
 */
public record Qualification(
        String type, @Nullable String grade, String number, @Nullable LocalDate validTo) {

    public boolean holdsOn(LocalDate day) {
        return validTo == null || !validTo.isBefore(day);
    }
}
