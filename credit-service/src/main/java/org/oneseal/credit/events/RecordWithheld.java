package org.oneseal.credit.events;

import org.jspecify.annotations.Nullable;

/**
 * The record is not, or no longer, open to the public.
 *
 * @param wasPublished it had been open before
 */
public record RecordWithheld(
        RecordReference record, String reason, @Nullable String ground, boolean wasPublished)
        implements CreditEvent {

    @Override
    public String type() {
        return "credit.record-withheld";
    }
}
