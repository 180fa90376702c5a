package org.oneseal.credit.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A licence as the public sees it. */
record PublicityView(
        String id,
        String region,
        String subjectName,
        String subjectKind,
        @Nullable String subjectUscc,
        String document,
        String decisionNumber,
        String licenceKind,
        @Nullable String certificateName,
        @Nullable String certificateNumber,
        String content,
        LocalDate decidedOn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        String authority,
        @Nullable String authorityUscc,
        @Nullable Instant publishedAt) {}
