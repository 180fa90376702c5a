package org.oneseal.cases.certificates;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A certificate as the public may see it.
 *
 * @param edition from 1; the highest of a case is the one that counts
 * @param predecessor the version that this one replaced
 */
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
        Status status,
        int edition,
        @Nullable String predecessor) {

    /** The first version. */
    public Certificate(
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
        this(
                id,
                caseId,
                number,
                type,
                name,
                authority,
                holderMask,
                itemName,
                validFrom,
                validTo,
                issuedAt,
                status,
                1,
                null);
    }

    /** Status (证照状态) with the standard's code. */
    public enum Status {
        VALID("01"),
        WITHHELD("02"),
        REVOKED("03"),
        CANCELLED("04"),
        EXPIRED("05"),
        TRANSFERRED("06"),
        FORFEITED("07");

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

    public Certificate with(Status other) {
        return new Certificate(
                id,
                caseId,
                number,
                type,
                name,
                authority,
                holderMask,
                itemName,
                validFrom,
                validTo,
                issuedAt,
                other,
                edition,
                predecessor);
    }

    Certificate replacedBy(
            String nextId, String holder, LocalDate from, @Nullable LocalDate to, Instant at) {
        return new Certificate(
                nextId,
                caseId,
                number,
                type,
                name,
                authority,
                holder,
                itemName,
                from,
                to,
                at,
                Status.VALID,
                edition + 1,
                id);
    }
}
