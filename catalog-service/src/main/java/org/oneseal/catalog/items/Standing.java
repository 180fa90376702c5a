package org.oneseal.catalog.items;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an item takes new cases, and why not.
 *
 * @param suspensionReason why it is suspended, null while it is not
 * @param cancellationReason why it is or will be cancelled, null otherwise
 * @param cancelledFrom first day without intake, planned or past
 */
public record Standing(
        ItemStatus status,
        @Nullable String suspensionReason,
        @Nullable String cancellationReason,
        @Nullable LocalDate cancelledFrom) {

    static final Standing UNPUBLISHED = new Standing(ItemStatus.DRAFT, null, null, null);

    boolean isOver() {
        return status == ItemStatus.CANCELLED;
    }

    /** Whether a day lies behind its end, as far as that is planned. */
    boolean endedBy(LocalDate day) {
        return cancelledFrom != null && !day.isBefore(cancelledFrom);
    }

    boolean takesCases(LocalDate day) {
        return status != ItemStatus.SUSPENDED && !endedBy(day);
    }

    /** What stops intake now, before that what will end it. */
    @Nullable String reason() {
        return status == ItemStatus.SUSPENDED ? suspensionReason : cancellationReason;
    }

    /** A version was published; one that is suspended stays so. */
    Standing published() {
        return status == ItemStatus.DRAFT ? as(ItemStatus.IN_FORCE, suspensionReason) : this;
    }

    Standing suspended(String why) {
        return as(ItemStatus.SUSPENDED, why);
    }

    Standing resumed() {
        return as(ItemStatus.IN_FORCE, null);
    }

    /** It will end on a day that has not come. */
    Standing endingFrom(LocalDate day, String why) {
        return new Standing(status, suspensionReason, why, day);
    }

    Standing endedFrom(LocalDate day, String why) {
        return new Standing(ItemStatus.CANCELLED, suspensionReason, why, day);
    }

    private Standing as(ItemStatus next, @Nullable String suspension) {
        return new Standing(next, suspension, cancellationReason, cancelledFrom);
    }
}
