package org.oneseal.credit.events;

import org.jspecify.annotations.Nullable;

/**
 * A granted licence has become a record.
 *
 * @param state PENDING or WITHHELD
 * @param withheldFor why it is withheld from the start, null where it is not
 * @param rule the rule that set the term
 */
public record RecordOpened(
        RecordReference record,
        String state,
        @Nullable String withheldFor,
        boolean deidentified,
        String rule)
        implements CreditEvent {

    @Override
    public String type() {
        return "credit.record-opened";
    }
}
