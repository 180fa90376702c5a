package org.oneseal.cases.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * What a case is about and what does not change while it is handled. Item members are null for a
 * fed case whose item is not mapped.
 *
 * @param itemVersion in force when it came in; acceptance may pin a later one
 * @param subjectName of legal persons; a mask for natural ones
 * @param answerLimit how long the department may stay silent, null where the law gives silence no
 *     meaning
 * @param declaredDue as a department's own system states it
 */
public record CaseHeader(
        String id,
        String caseNumber,
        @Nullable String itemCode,
        @Nullable Integer itemVersion,
        @Nullable String itemName,
        @Nullable String itemType,
        ItemVersion.@Nullable CaseKind caseKind,
        Origin origin,
        @Nullable String source,
        @Nullable String sourceCase,
        RegionCode region,
        @Nullable String department,
        @Nullable String party,
        @Nullable String partyMask,
        SubjectKind subjectKind,
        @Nullable String subjectName,
        @Nullable String subjectUscc,
        String channel,
        String submittedBy,
        boolean actingFor,
        @Nullable String queryNumber,
        @Nullable TimeLimit answerLimit,
        @Nullable String answerGround,
        @Nullable Instant declaredDue) {

    /** As the credit service knows them: the credit code, or the party of a natural person. */
    public @Nullable String creditSubject() {
        return subjectUscc == null ? party : subjectUscc;
    }

    /** Handled here on an application, or fed by a department's own system. */
    public enum Origin {
        APPLICATION,
        EXCHANGE
    }

    public enum SubjectKind {
        NATURAL,
        LEGAL
    }
}
