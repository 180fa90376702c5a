package org.oneseal.market.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application for admission.
 *
 * @param region where the institution wants to be listed, twelve digits
 */
record InstitutionRequest(
        @NotNull @Size(max = 12) String region,
        @NotNull @Size(max = 200) String name,
        @NotNull @Size(max = 18) String uscc,
        @NotNull @Size(max = 50) List<@NotNull @Size(max = 50) String> services,
        @NotNull @Size(max = 50) List<@NotNull @Valid QualificationRequest> qualifications,
        @NotNull @Size(max = 200) List<@NotNull @Valid PractitionerRequest> practitioners) {

    record QualificationRequest(
            @NotNull @Size(max = 50) String type,
            @Nullable @Size(max = 50) String grade,
            @NotNull @Size(max = 100) String number,
            @Nullable LocalDate validTo) {}

    record PractitionerRequest(
            @NotNull @Size(max = 100) String name,
            @NotNull @Size(max = 50) String certificateType,
            @NotNull @Size(max = 100) String certificateNumber,
            @Nullable LocalDate validTo) {}
}
