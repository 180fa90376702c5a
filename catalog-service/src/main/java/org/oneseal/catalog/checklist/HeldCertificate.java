package org.oneseal.catalog.checklist;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An electronic certificate that the applicant holds, as whoever asks knows it; it is looked at
 * again when the application comes in.
 *
 * @param type 21 characters
 * @param id of the certificate, null where only the type is known
 * @param validTo last day, null for no end
 */
public record HeldCertificate(String type, @Nullable String id, @Nullable LocalDate validTo) {

    public boolean validOn(LocalDate day) {
        LocalDate last = validTo;
        return last == null || !day.isAfter(last);
    }
}
