package org.oneseal.cases.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.HandlingFact;
import org.oneseal.cases.limits.TimeRule;
import org.oneseal.cases.office.OfficeRule;
import org.oneseal.cases.web.CaseBodies.LimitBody;

/** What officers send while they handle a case, and what they are shown of it. */
final class HandlingBodies {

    private HandlingBodies() {}

    /**
     * The case comes to a desk or leaves it.
     *
     * @param officer to whom, where it is assigned or transferred
     * @param reason needed to transfer and to release
     */
    record AssignmentRequest(
            @NotNull AssignmentAction action,
            @Nullable @Size(min = 1, max = 100) String officer,
            @Nullable @Size(max = 500) String reason) {}

    enum AssignmentAction {
        CLAIM,
        ASSIGN,
        TRANSFER,
        RELEASE
    }

    record StepReturnRequest(
            @NotBlank @Size(max = 50) String step, @NotNull @Size(max = 1000) String reason) {}

    /**
     * An opinion.
     *
     * @param documents ids of documents of the case
     */
    record OpinionRequest(
            @NotNull @Size(max = 2000) String text,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 64) String> documents) {
        List<String> attached() {
            return documents == null ? List.of() : documents;
        }
    }

    record OpinionView(
            String opinionId,
            String text,
            List<String> documents,
            String by,
            @Nullable String actingFor,
            Instant at) {
        static OpinionView of(HandlingFact.OpinionGiven given) {
            return new OpinionView(
                    given.opinionId(),
                    given.text(),
                    given.documents(),
                    given.stamp().by(),
                    given.stamp().actingFor(),
                    given.stamp().occurredAt());
        }
    }

    /**
     * Approves or refuses.
     *
     * @param reason needed to refuse
     * @param approvalNumber of the government head's approval, needed where handling is joint
     */
    record ExtensionApprovalRequest(
            @NotNull Boolean approved,
            @Nullable @Size(max = 1000) String reason,
            @Nullable @Size(max = 100) String approvalNumber) {}

    /**
     * A substitute for a time.
     *
     * @param absent the caller where not said
     */
    record SubstitutionRequest(
            @Nullable @Size(min = 1, max = 100) String absent,
            @NotBlank @Size(max = 100) String substitute,
            @NotNull Instant from,
            @NotNull Instant until,
            @NotBlank @Size(max = 500) String reason) {}

    /**
     * A rule for the offices of a region.
     *
     * @param amount in the unit of its kind
     * @param effectiveFrom tomorrow at the earliest
     */
    record OfficeRuleRequest(
            @NotNull @Pattern(regexp = "[0-9]{12}") String region,
            OfficeRule.@NotNull Kind kind,
            @NotNull @Min(1) @Max(10_000) Integer amount,
            @NotBlank @Size(max = 300) String ground,
            @NotNull LocalDate effectiveFrom)
            implements RuleBooks.Wanted {}

    /**
     * A time rule.
     *
     * @param effectiveFrom tomorrow at the earliest
     */
    record TimeRuleRequest(
            @NotNull @Pattern(regexp = "[0-9]{12}") String region,
            TimeRule.@NotNull Kind kind,
            @NotNull @Valid LimitBody limit,
            @NotBlank @Size(max = 300) String legalGround,
            @NotNull LocalDate effectiveFrom)
            implements RuleBooks.Wanted {}
}
