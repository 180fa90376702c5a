package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.oneseal.supervision.warning.Colour;

/** Where cards are written down and announced. Every method needs a transaction. */
public interface CardDesk {

    /**
     * Issues the cards that do not exist yet, with history and announcement.
     *
     * @return how many were new
     */
    int issue(List<Draw> draws, Map<String, Instant> appealUntil, Instant now);

    /** Colours of cards by watch whose revocation is proposed or may have to be. */
    Map<String, List<Standing>> standing(Collection<String> watchIds);

    /** Proposes the revocation of a card, or withdraws the proposal. */
    void propose(List<Proposal> proposals, Instant now);

    /** A card that stands, as far as proposals need it. */
    record Standing(String cardId, Colour colour, boolean proposed) {}

    /**
     * @param cause {@code LATE_FACT}; null withdraws the proposal
     */
    record Proposal(String cardId, @org.jspecify.annotations.Nullable String cause) {}
}
