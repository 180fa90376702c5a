package org.oneseal.cases.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseHeader;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Consulting;
import org.oneseal.cases.handling.HandlingFact;
import org.oneseal.cases.web.CaseBodies.LimitBody;

/** What is sent and shown when another department is asked. */
final class ConsultationBodies {

    private ConsultationBodies() {}

    /**
     * A question.
     *
     * @param limit as the rules of the region say where not told
     * @param documents ids of documents of the case, which the department may read
     */
    record ConsultationRequest(
            @NotBlank @Size(max = 50) String department,
            @NotNull @Size(max = 2000) String question,
            @Nullable @Valid LimitBody limit,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 64) String> documents) {
        List<String> attached() {
            return documents == null ? List.of() : documents;
        }
    }

    record AnswerRequest(
            HandlingFact.@NotNull Position position, @NotNull @Size(max = 2000) String answer) {}

    record WithdrawalOfQuestion(@NotNull @Size(max = 1000) String reason) {}

    /** A question and its answer; of the case only what the question needs. */
    record ConsultationView(
            String consultationId,
            String caseNumber,
            @Nullable String itemName,
            @Nullable String askedBy,
            String department,
            String question,
            List<String> documents,
            Instant askedAt,
            Instant due,
            Consulting.State state,
            HandlingFact.@Nullable Position position,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            long version) {

        static ConsultationView of(CaseOnFile file, Consulting consulting) {
            CaseHeader header = file.value().header();
            var asked = consulting.asked();
            var answered = consulting.answered();
            return new ConsultationView(
                    asked.consultationId(),
                    header.caseNumber(),
                    header.itemName(),
                    header.department(),
                    asked.department(),
                    asked.question(),
                    asked.documents(),
                    asked.stamp().occurredAt(),
                    asked.due(),
                    consulting.state(),
                    answered == null ? null : answered.position(),
                    answered == null ? null : answered.answer(),
                    answered == null ? null : answered.stamp().occurredAt(),
                    file.version());
        }
    }
}
