package org.oneseal.cases.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be taken never will be, says a person.
 *
 * @param refusedFor codes of the objections
 */
public record ExchangeRejectionDismissed(
        String rejectionId,
        String source,
        @Nullable String sourceCase,
        List<String> refusedFor,
        String reason)
        implements ExchangeEvent {

    public ExchangeRejectionDismissed {
        refusedFor = List.copyOf(refusedFor);
    }

    @Override
    public String eventType() {
        return "cases.exchange-rejection-dismissed";
    }
}
