package org.oneseal.credit.events;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The record is open to the public (公示).
 *
 * @param subjectName a mask for natural persons
 */
public record RecordPublished(
        RecordReference record,
        Instant publishedAt,
        boolean inTime,
        boolean deidentified,
        String subjectKind,
        String subjectName,
        @Nullable String subjectUscc,
        String content,
        String authority,
        @Nullable String authorityUscc,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo)
        implements CreditEvent {

    @Override
    public String type() {
        return "credit.record-published";
    }
}
