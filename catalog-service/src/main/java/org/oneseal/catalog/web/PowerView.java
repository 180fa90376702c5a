package org.oneseal.catalog.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.reviewing.EditorialState;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.powers.PowerVersion;
import org.oneseal.catalog.powers.Powers;

/**
 * A power with the version that governs today.
 *
 * @param governing null where none does
 * @param draft shown to editors of the region only
 * @param editorialState how far the draft has come, shown to the same; null without one
 * @param reviewReason why the draft was sent back, or what was said when it was passed
 */
record PowerView(
        String code,
        String region,
        String department,
        ItemStatus status,
        @Nullable String suspensionReason,
        @Nullable String cancellationReason,
        @Nullable LocalDate cancelledFrom,
        long version,
        @Nullable PowerVersionView governing,
        List<ItemVersionView> versions,
        @Nullable PowerBody draft,
        @Nullable EditorialState editorialState,
        @Nullable String reviewReason) {

    /** A published version, whole. */
    record PowerVersionView(ItemVersionView version, PowerBody content) {}

    static ItemVersionView line(PowerVersion version) {
        return new ItemVersionView(
                version.number(), version.hash(), version.effectiveFrom(), version.publishedAt());
    }

    /**
     * A power in a list.
     *
     * @param latest number of the last published version, 0 before the first
     */
    record PowerLineView(
            String code,
            String name,
            String itemType,
            String region,
            String department,
            int latest,
            long version) {

        static PowerLineView of(Powers.Line line) {
            return new PowerLineView(
                    line.code(),
                    line.name(),
                    line.itemType(),
                    line.region(),
                    line.department(),
                    line.latest(),
                    line.version());
        }
    }
}
