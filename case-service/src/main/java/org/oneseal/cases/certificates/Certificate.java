package org.oneseal.cases.certificates;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A certificate as the public may see it. */
public record Certificate(
        String id,
        String caseId,
        String number,
        String type,
        String name,
        String authority,
        String holderMask,
        String itemName,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant issuedAt,
        Status status) {

    /** Status (证照状态) with the standard's code. */
    public enum Status {
        VALID("01"),
        WITHHELD("02"),
        REVOKED("03"),
        CANCELLED("04"),
        EXPIRED("05");

        private final String code;

        Status(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /**
     * The status on a day: a certificate whose term is over is expired without anyone writing so.
     */
    public Status statusOn(LocalDate day) {
        return status == Status.VALID && validTo != null && day.isAfter(validTo)
                ? Status.EXPIRED
                : status;
    }
}
