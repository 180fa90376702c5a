package org.oneseal.supervision.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.CardTerms;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.warning.Issuing;
import org.oneseal.supervision.warning.Measure;
import org.oneseal.supervision.watching.WatchKind;

/**
 * A rule as somebody wants it.
 *
 * @param itemCode for this item alone, null for all
 * @param condition CEL over item, department, region, channel, source, immediate, fed, provisional
 *     and promisedDays; empty for every watch of the kind
 * @param issuing at once if nothing is said
 * @param terms three working days to answer and to appeal, five to review, if nothing is said
 * @param effectiveTo last day, null without end
 */
record RuleRequest(
        @NotBlank @Size(max = 60) String code,
        @NotBlank @Pattern(regexp = "[0-9]{12}") String region,
        @Nullable @Size(max = 60) String itemCode,
        @NotNull WatchKind kind,
        @NotNull Colour colour,
        @NotNull Measure measure,
        @PositiveOrZero int amount,
        @NotNull LimitUnit unit,
        @Nullable @Size(max = 1000) String condition,
        @Nullable Integer priority,
        @NotNull @Size(max = 400) String ground,
        @NotNull @Size(max = 20) List<@NotBlank String> recipients,
        @Nullable Issuing issuing,
        @Nullable @Valid TermsRequest terms,
        @NotNull LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo) {

    /** Working days of the card's loop. */
    record TermsRequest(@Positive int feedback, @Positive int appeal, @Positive int review) {

        CardTerms terms() {
            return new CardTerms(feedback, appeal, review);
        }
    }

    private static final int USUAL_PRIORITY = 10;

    boolean hasRegion() {
        return RegionCode.isValid(region);
    }

    CardRule draft() {
        return new CardRule(
                code,
                0,
                new RegionCode(region),
                itemCode == null || itemCode.isBlank() ? null : itemCode,
                kind,
                colour,
                measure,
                amount,
                unit,
                condition == null ? "" : condition.strip(),
                priority == null ? USUAL_PRIORITY : priority,
                ground,
                recipients,
                issuing == null ? Issuing.AT_ONCE : issuing,
                terms == null ? CardTerms.USUAL : terms.terms(),
                effectiveFrom,
                effectiveTo);
    }
}
