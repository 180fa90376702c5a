package org.oneseal.credit.web;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.publicity.Licence;
import org.oneseal.credit.publicity.PublicityRecord;
import org.oneseal.credit.publicity.PublicityState;

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
        @Nullable Instant publishedAt) {

    static PublicityView of(PublicityRecord record) {
        Licence licence = record.licence();
        return new PublicityView(
                record.id(),
                record.region().value(),
                licence.subject().name(),
                licence.subject().kind().name(),
                licence.subject().uscc(),
                licence.document(),
                licence.decisionNumber(),
                licence.kind(),
                licence.certificateName(),
                licence.certificateNumber(),
                licence.content(),
                licence.decidedOn(),
                licence.validFrom(),
                licence.validTo(),
                licence.authority().name(),
                licence.authority().uscc(),
                record.state() instanceof PublicityState.Published published
                        ? published.at()
                        : null);
    }
}
