package org.oneseal.cases.events;

/**
 * A person has looked at a contradiction; what is in the case stays as it is.
 *
 * @param ruling KEPT: what was told later is wrong; DISMISSED: nothing follows from it
 */
public record ExchangeConflictSettled(
        String conflictId,
        String source,
        String sourceCase,
        long sequence,
        String ruling,
        String reason)
        implements ExchangeEvent {

    @Override
    public String eventType() {
        return "cases.exchange-conflict-settled";
    }
}
