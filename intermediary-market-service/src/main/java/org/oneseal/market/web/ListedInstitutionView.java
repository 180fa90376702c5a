package org.oneseal.market.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.admission.Institution;
import org.oneseal.market.admission.InstitutionState;

/** An institution in the directory: what it can offer today, and how many practise for it. */
record ListedInstitutionView(
        String id,
        String region,
        String name,
        String uscc,
        List<String> services,
        List<QualificationView> qualifications,
        int practitioners,
        @Nullable Instant admittedAt) {

    record QualificationView(
            String type, @Nullable String grade, String number, @Nullable LocalDate validTo) {}

    static ListedInstitutionView of(Institution institution, LocalDate today) {
        return new ListedInstitutionView(
                institution.id(),
                institution.region().value(),
                institution.application().name(),
                institution.application().uscc(),
                institution.servicesOn(today),
                institution.application().qualifications().stream()
                        .filter(q -> q.holdsOn(today))
                        .map(
                                q ->
                                        new QualificationView(
                                                q.type(), q.grade(), q.number(), q.validTo()))
                        .toList(),
                institution.application().practitioners().size(),
                institution.state() instanceof InstitutionState.Admitted admitted
                        ? admitted.at()
                        : null);
    }
}
