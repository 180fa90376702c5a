package org.oneseal.credit.promises;

import java.time.Instant;
import java.util.Optional;
import org.oneseal.credit.listing.ListedSubject;

/** Who stands behind an opaque party, as decisions have told it: organisations by their code. */
public interface Subjects {

    /**
     * Keeps what a decision tells of its party.
     *
     * @return false if it was known already
     */
    boolean learn(ListedSubject subject, Instant at);

    Optional<ListedSubject> byParty(String party);

    /** The organisation of that code, with the party that acted for it last. */
    Optional<ListedSubject> byCode(String uscc);
}
