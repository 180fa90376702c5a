package org.oneseal.catalog.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a power, whole, with the power's state; days are ISO days of Asia/Shanghai. Nobody
 * applies for a power, so intake has no use for it.
 */
public record PowerState(
        String powerCode,
        int version,
        String contentHash,
        String region,
        String department,
        String departmentName,
        String name,
        String itemType,
        String basicCode,
        @Nullable Authority authority,
        String office,
        @Nullable String extent,
        List<String> subjects,
        List<Measure> measures,
        List<Basis> bases,
        List<Duty> duties,
        List<Liability> liabilities,
        String complaints,
        @Nullable LocalCodes localCodes,
        String status,
        @Nullable String suspensionReason,
        @Nullable String cancellationReason,
        String effectiveFrom,
        @Nullable String cancelledFrom,
        String publishedAt) {

    /** By what power the body acts. */
    public record Authority(String source, String nature, @Nullable String entrustedBy) {}

    /** Something that may be done, and how far. */
    public record Measure(String kind, @Nullable String extent) {}

    /** A clause that gives the power. */
    public record Basis(String act, String rank, String clause, String text) {}

    /** What the body must do in one stage. */
    public record Duty(String stage, String text, @Nullable String basis) {}

    /** A case in which those responsible are held to account. */
    public record Liability(String text, @Nullable String basis) {}

    /** What the province calls the matter and the power. */
    public record LocalCodes(@Nullable String matter, @Nullable String item) {}
}
