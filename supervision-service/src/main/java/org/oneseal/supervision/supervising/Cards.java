package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.Optional;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.events.CardRef;
import org.oneseal.supervision.warning.Card;
import org.oneseal.supervision.warning.CardCommand;

/** Issued cards, one at a time. */
public interface Cards {

    /** The card, if it lies in the scope. */
    Optional<Filed> find(String id, Scope scope);

    /**
     * Writes the card's new state and what was done.
     *
     * @return false if somebody else was faster
     */
    boolean save(Filed before, Card after, CardCommand command, Chain chain, Instant now);

    /** A card with what its history and its events need. */
    record Filed(Card card, Chain chain, CardRef ref, Placement placement) {}
}
