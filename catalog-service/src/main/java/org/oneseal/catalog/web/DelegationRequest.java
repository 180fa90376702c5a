package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.delegation.DelegationKind;
import org.oneseal.catalog.delegation.GrantCommand;
import org.oneseal.catalog.delegation.Letter;

/**
 * An act by which items go to another body.
 *
 * @param to code of the department that receives them
 * @param from who hands them on; left out: the owner of each
 * @param items codes of the items
 * @param departments of which all published items are meant too
 * @param area twelve digits, places it counts for; left out: the receiver's region
 * @param validFrom first day, Asia/Shanghai
 * @param validTo first day without it; left out: no end
 * @param ground the document that allows it
 */
record DelegationRequest(
        @NotNull DelegationKind kind,
        @NotNull @Size(max = 40) String to,
        @Nullable @Size(max = 40) String from,
        @Size(max = 5000) List<@NotNull @Size(max = 40) String> items,
        @Size(max = 200) List<@NotNull @Size(max = 40) String> departments,
        @Nullable @Pattern(regexp = "[1-9][0-9]{11}") String area,
        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable @Size(max = 500) String ground,
        @Valid @Nullable LetterBody letter) {

    DelegationRequest {
        items = items == null ? List.of() : items;
        departments = departments == null ? List.of() : departments;
    }

    /** The signed letter; the digest of its file is written like SM3:… in hexadecimal. */
    record LetterBody(
            @NotNull @Size(max = 100) String number,
            @NotNull @Size(max = 200) String issuedBy,
            @NotNull LocalDate signedOn,
            @NotNull @Size(max = 100) String digest) {

        static @Nullable LetterBody of(@Nullable Letter letter) {
            if (letter == null) return null;
            return new LetterBody(
                    letter.number(), letter.issuedBy(), letter.signedOn(), letter.digest());
        }

        Letter letter() {
            return new Letter(number, issuedBy, signedOn, digest);
        }
    }

    GrantCommand command() {
        return new GrantCommand(
                kind,
                to,
                from,
                items,
                departments,
                area,
                validFrom,
                validTo,
                ground,
                letter == null ? null : letter.letter());
    }
}
