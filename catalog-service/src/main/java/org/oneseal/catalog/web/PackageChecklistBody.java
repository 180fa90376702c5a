package org.oneseal.catalog.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.packages.PackageRequest;
import tools.jackson.databind.JsonNode;

/**
 * What someone tells of himself for a package.
 *
 * @param answers to the package's questions, by code
 * @param members answers to questions of single items, by item and code; what the package asks in
 *     the same words need not be answered twice
 * @param place twelve digits, where he applies; left out: the region of each item
 * @param on day, Asia/Shanghai; left out: today
 */
record PackageChecklistBody(
        @Size(max = 500) Map<@Size(max = 40) String, JsonNode> answers,
        @Size(max = 500) Map<@Size(max = 40) String, @NotNull Map<String, JsonNode>> members,
        @Nullable @Pattern(regexp = "[1-9][0-9]{11}") String place,
        @Nullable @Size(max = 40) String park,
        @Nullable LocalDate on,
        @Size(max = 100) List<ChecklistBody.@NotNull @Valid CertificateBody> certificates) {

    PackageChecklistBody {
        answers = answers == null ? Map.of() : answers;
        members = members == null ? Map.of() : members;
        certificates = certificates == null ? List.of() : certificates;
    }

    /** The same without a place. */
    PackageChecklistBody anywhere() {
        return new PackageChecklistBody(answers, members, null, park, on, certificates);
    }

    PackageRequest request(LocalDate today) {
        return new PackageRequest(
                answers,
                members,
                place == null ? null : Codes.region(place),
                park,
                Objects.requireNonNullElse(on, today),
                certificates.stream().map(ChecklistBody.CertificateBody::held).toList());
    }
}
