package org.oneseal.market.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
}
