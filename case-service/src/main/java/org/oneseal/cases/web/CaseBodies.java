package org.oneseal.cases.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.filing.Filing;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseFact.RefusalCause;
import org.oneseal.cases.promises.Promising;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;

/** What is sent to change a case. */
final class CaseBodies {

    private CaseBodies() {}

    /**
     * An application.
     *
     * @param party at the counter, for whom; others apply for themselves or on behalf
     * @param form answers as filled in; kept encrypted
     * @param promise of materials that will follow, on the text of the draft
     * @param channel applicants come ONLINE, by APP, KIOSK or COURIER; clerks take in at the
     *     WINDOW, from the MAIL or at the DOOR
     * @param projectNumber of the investment project, 24 characters
     * @param greenReason why it goes first (绿色通道); said by a clerk
     * @param help by whom it is filed for another
     */
    record SubmissionRequest(
            @NotBlank @Size(max = 50) String itemCode,
            @Nullable @Size(max = 64) String party,
            @Nullable @Pattern(regexp = "ONLINE|APP|WINDOW|KIOSK|COURIER|MAIL|DOOR") String channel,
            @Nullable @Pattern(regexp = "[0-9]{12}") String region,
            @Nullable @Size(max = 100) List<@Valid @NotNull MaterialBody> materials,
            @Nullable Map<String, Object> form,
            @Nullable @Valid PromiseBody promise,
            @Nullable @Pattern(regexp = "[0-9]{4}-[0-9]{6}-[0-9]{2}-[0-9]{2}-[0-9]{6}")
                    String projectNumber,
            @Nullable @Size(min = 2, max = 300) String greenReason,
            @Nullable @Valid HelpBody help) {}

    /**
     * @param relation of family help: what the helper is to the applicant
     */
    record HelpBody(
            Filing.@NotNull Help kind, @Nullable @Size(min = 1, max = 50) String relation) {}

    record PromiseBody(
            @NotNull @Size(max = 100) List<@NotBlank @Size(max = 50) String> materials,
            @NotBlank @Size(max = 150) String textHash) {
        Promising promising() {
            return new Promising(materials, textHash);
        }
    }

    /**
     * How long promised materials may follow.
     *
     * @param itemCode for all items where not said
     * @param effectiveFrom tomorrow at the earliest
     */
    record PromiseRuleRequest(
            @NotNull @Pattern(regexp = "[0-9]{12}") String region,
            @Nullable @Size(min = 1, max = 50) String itemCode,
            @NotNull @Valid LimitBody limit,
            @NotBlank @Size(max = 300) String legalGround,
            @NotNull LocalDate effectiveFrom)
            implements RuleBooks.Wanted {}

    record PromisedMaterialsRequest(
            @NotNull @Size(max = 100) List<@Valid @NotNull MaterialBody> materials) {}

    record MaterialBody(
            @NotBlank @Size(max = 50) String code,
            CaseFact.@NotNull MaterialForm form,
            @Nullable @Size(max = 150) String digest) {
        CaseFact.Material material() {
            return new CaseFact.Material(code, form, digest);
        }

        static List<CaseFact.Material> all(@Nullable List<MaterialBody> bodies) {
            return bodies == null
                    ? List.of()
                    : bodies.stream().map(MaterialBody::material).toList();
        }
    }

    record RefusalRequest(
            @NotNull @Size(max = 300) String ground,
            @NotNull @Size(max = 1000) String reason,
            @Nullable @Size(max = 200) String rightBody,
            @Nullable RefusalCause cause) {}

    /**
     * Everything that is missing.
     *
     * @param answerWithinDays calendar days the applicant has, as the rules of the region say where
     *     not told
     */
    record CorrectionNoticeRequest(
            @NotNull @Size(max = 100) List<@Valid @NotNull MissingBody> missing,
            @Nullable @Min(1) @Max(180) Integer answerWithinDays) {}

    record MissingBody(
            @NotBlank @Size(max = 50) String code, @Nullable @Size(max = 500) String reason) {}

    record CorrectionsRequest(
            @NotNull @Size(max = 100) List<@Valid @NotNull MaterialBody> materials) {}

    record ReturnRequest(@NotNull @Size(max = 1000) String reason) {}

    /** A step is started, or completed with an opinion. */
    record StepRequest(
            @NotBlank @Size(max = 50) String step,
            @NotNull StepAction action,
            @Nullable @Size(max = 1000) String opinion) {}

    enum StepAction {
        START,
        COMPLETE
    }

    /**
     * A special procedure.
     *
     * @param project of the market, where an institution is commissioned: its result ends it
     */
    record SpecialProcedureRequest(
            @NotBlank @Size(max = 50) String kind,
            @NotNull @Size(max = 1000) String reason,
            @NotNull @Min(0) @Max(3650) Integer announcedDays,
            @NotBlank @Size(max = 50) String commissionedBy,
            @Nullable @Size(min = 1, max = 64) String project) {}

    record ExtensionRequest(
            @NotNull @Valid LimitBody by, @NotNull @Size(max = 1000) String reason) {}

    record LimitBody(@NotNull @Min(0) @Max(3650) Integer amount, @NotNull LimitUnit unit) {
        TimeLimit limit() {
            return new TimeLimit(amount, unit);
        }
    }

    record DecisionRequest(
            @NotNull Boolean granted,
            @Nullable @Size(max = 300) String ground,
            @Nullable @Size(max = 1000) String reason,
            @Nullable @Size(max = 50) String result,
            @Nullable LocalDate validFrom) {}

    record DeliveryRequest(
            CaseFact.@NotNull DeliveryMethod method,
            @Nullable @Size(max = 50) String courierNumber) {}

    record WithdrawalRequest(@Nullable @Size(max = 1000) String reason) {}

    record DisclosureRequest(
            @NotBlank @Size(max = 64) String caseId,
            @NotBlank @Size(min = 4, max = 300) String purpose) {}

    record PartyRequest(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Pattern(regexp = "[0-9]{12}") String region,
            @Nullable @Size(max = 18) String citizenNumber,
            @Nullable @Size(max = 18) String uscc,
            @Nullable @Size(max = 30) String phone) {
        @Override
        public String toString() {
            return "PartyRequest[…]";
        }
    }

    record MandateRequest(
            @NotBlank @Size(max = 64) String principal,
            @NotBlank @Size(max = 64) String agent,
            @Nullable @Size(max = 100) List<@NotBlank @Size(max = 50) String> items,
            @NotNull LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    /** What an idempotency key stands for: the version read and what was sent. */
    record Sent(long version, @Nullable Object body) {}
}
