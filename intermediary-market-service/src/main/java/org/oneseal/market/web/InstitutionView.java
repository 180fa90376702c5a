package org.oneseal.market.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.admission.CheckDue;
import org.oneseal.market.admission.Institution;
import org.oneseal.market.admission.InstitutionState;

/**
 * An institution with its papers, for itself and for market operators.
 *
 * @param checkDue last day of the formal check, Asia/Shanghai; null while no calendar is known
 * @param inTime null until it is checked
 */
record InstitutionView(
        String id,
        long version,
        String region,
        String name,
        String uscc,
        String state,
        List<String> services,
        List<ListedInstitutionView.QualificationView> qualifications,
        List<PractitionerView> practitioners,
        Instant appliedAt,
        @Nullable LocalDate checkDue,
        boolean provisional,
        String rule,
        @Nullable Instant checkedAt,
        @Nullable Boolean inTime,
        List<ReasonView> reasons) {

    record PractitionerView(
            String name,
            String certificateType,
            String certificateNumber,
            @Nullable LocalDate validTo) {}

    record ReasonView(String code, String text, @Nullable String ground) {}

    static InstitutionView of(Institution institution) {
        Instant checkedAt =
                switch (institution.state()) {
                    case InstitutionState.Applied _ -> null;
                    case InstitutionState.Admitted admitted -> admitted.at();
                    case InstitutionState.Refused refused -> refused.at();
                };
        CheckDue due = institution.checkDue();
        return new InstitutionView(
                institution.id(),
                institution.chain().sequence(),
                institution.region().value(),
                institution.application().name(),
                institution.application().uscc(),
                institution.state().label(),
                institution.application().services(),
                institution.application().qualifications().stream()
                        .map(
                                q ->
                                        new ListedInstitutionView.QualificationView(
                                                q.type(), q.grade(), q.number(), q.validTo()))
                        .toList(),
                institution.application().practitioners().stream()
                        .map(
                                p ->
                                        new PractitionerView(
                                                p.name(),
                                                p.certificateType(),
                                                p.certificateNumber(),
                                                p.validTo()))
                        .toList(),
                institution.appliedAt(),
                due == null ? null : due.lastDay(),
                due != null && due.provisional(),
                institution.rule().id(),
                checkedAt,
                checkedAt == null ? null : institution.inTime(checkedAt),
                institution.state() instanceof InstitutionState.Refused refused
                        ? refused.reasons().stream()
                                .map(r -> new ReasonView(r.code(), r.text(), r.ground()))
                                .toList()
                        : List.of());
    }
}
