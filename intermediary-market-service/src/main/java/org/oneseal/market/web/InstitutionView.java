package org.oneseal.market.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
}
