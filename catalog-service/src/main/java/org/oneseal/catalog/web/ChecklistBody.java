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
import org.oneseal.catalog.checklist.ChecklistRequest;
import org.oneseal.catalog.checklist.HeldCertificate;
import tools.jackson.databind.JsonNode;

/**
 * What someone tells of himself to be told what he needs.
 *
 * @param answers by the code of the question: true or false, an option's code, a number, a day as
 *     2026-01-31, a text
 * @param place twelve digits, where he applies; left out: the region of the item
 * @param park code of the department that manages the park
 * @param on day, Asia/Shanghai; left out: today
 * @param certificates electronic certificates that he holds
 */
record ChecklistBody(
        @Size(max = 500) Map<@Size(max = 40) String, JsonNode> answers,
        @Nullable @Pattern(regexp = "[1-9][0-9]{11}") String place,
        @Nullable @Size(max = 40) String park,
        @Nullable LocalDate on,
        @Size(max = 100) List<@NotNull @Valid CertificateBody> certificates) {

    ChecklistBody {
        answers = answers == null ? Map.of() : answers;
        certificates = certificates == null ? List.of() : certificates;
    }

    /** A certificate, by its type and, where known, its id and last day. */
    record CertificateBody(
            @NotNull @Size(max = 21) String type,
            @Nullable @Size(max = 100) String id,
            @Nullable LocalDate validTo) {

        static CertificateBody of(HeldCertificate held) {
            return new CertificateBody(held.type(), held.id(), held.validTo());
        }

        HeldCertificate held() {
            return new HeldCertificate(type, id, validTo);
        }
    }

    /** The same without a place. */
    ChecklistBody anywhere() {
        return new ChecklistBody(answers, null, park, on, certificates);
    }

    ChecklistRequest request(LocalDate today) {
        return new ChecklistRequest(
                answers,
                null,
                place == null ? null : Codes.region(place),
                park,
                Objects.requireNonNullElse(on, today),
                certificates.stream().map(CertificateBody::held).toList());
    }
}
