package org.oneseal.credit.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Fields of a record to be corrected, and why; what is left out stays. */
record CorrectionRequest(
        @NotBlank @Size(max = 200) String reason,
        @Nullable @Size(max = 64) String document,
        @Nullable @Size(max = 20) String licenceKind,
        @Nullable @Size(max = 200) String certificateName,
        @Nullable @Size(max = 64) String certificateNumber,
        @Nullable @Size(max = 4000) String content,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable @Size(max = 500) String remark,
        @Nullable @Size(max = 50) String legalRepresentative) {}
