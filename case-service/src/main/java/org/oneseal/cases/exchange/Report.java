package org.oneseal.cases.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseHeader.SubjectKind;
import org.oneseal.platform.worktime.TimeLimit;

/** What a message says, read and checked. */
sealed interface Report {

    record Received(
            @Nullable String itemCode,
            @Nullable Instant declaredDue,
            String channel,
            String department,
            @Nullable String applicantMask,
            SubjectKind subjectKind)
            implements Report {}

    record Accepted() implements Report {}

    record Step(String activity, @Nullable String resource) implements Report {}

    record Suspended(
            String procedureId,
            String kind,
            String ground,
            String reason,
            int announcedDays,
            String commissionedBy)
            implements Report {}

    record Resumed(String procedureId) implements Report {}

    record Extended(TimeLimit by, String reason) implements Report {}

    record Finished(String result) implements Report {}
}
