package org.oneseal.credit.publicity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * A decision to grant, as it reached this service.
 *
 * @param itemIsPublic the item's flag: granted licences are opened to the public
 */
public record GrantedLicence(
        RegionCode region,
        @Nullable String department,
        String caseId,
        String caseNumber,
        @Nullable String itemCode,
        boolean itemIsPublic,
        Subject subject,
        String decisionNumber,
        @Nullable String certificateName,
        @Nullable String certificateNumber,
        String content,
        LocalDate decidedOn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Authority authority) {}
