package org.oneseal.market.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.Terms;

/**
 * A project to be announced.
 *
 * @param region where it is announced, twelve digits; an officer's is that of the token
 * @param buyer name of who commissions it
 * @param buyerUscc of an organisation that buys for itself
 * @param caseId for AUTHORITY_COMMISSIONED: the accepted case it is for
 * @param suspension for AUTHORITY_COMMISSIONED: kind of special procedure, if the case may wait
 * @param itemCode for APPLICANT_SIDE: the item that asks for the material
 * @param material for APPLICANT_SIDE: code of the material
 * @param priceFen fixed price
 * @param serviceDays days from contract to result
 */
record ProjectRequest(
        @NotNull @Size(max = 12) String region,
        @NotNull Terms.Role role,
        @NotNull @Size(max = 200) String title,
        @NotNull @Size(max = 200) String buyer,
        @Nullable @Size(max = 18) String buyerUscc,
        @NotNull @Size(max = 50) String serviceKind,
        @Nullable @Size(max = 60) String caseId,
        @Nullable @Size(max = 50) String suspension,
        @Nullable @Size(max = 60) String itemCode,
        @Nullable @Size(max = 60) String material,
        @NotNull Terms.Fund fund,
        @Min(1) @Max(1_000_000_000_000L) long priceFen,
        @Min(1) @Max(3650) int serviceDays,
        @NotNull @Size(max = 100) List<@NotNull @Valid AvoidedRequest> avoided) {

    record AvoidedRequest(@NotNull @Size(max = 18) String uscc, @NotNull Terms.Tie tie) {}
}
