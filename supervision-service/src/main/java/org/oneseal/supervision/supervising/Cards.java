package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.events.CardRef;
import org.oneseal.supervision.measuring.Cell;
import org.oneseal.supervision.warning.Card;
import org.oneseal.supervision.warning.CardCommand;

/** Cards as people handle them. */
public interface Cards {

    /** The card, if it lies in the scope. */
    Optional<Filed> find(String id, Scope scope);

    /** Standing cards and held ones whose threshold lies in a time, locked. */
    List<Filed> crossedWithin(
            Scope scope,
            RegionCode region,
            @Nullable String department,
            Instant from,
            Instant to,
            int limit);

    /**
     * Writes the cards' new states and what was done.
     *
     * @return how many were still as they had been read
     */
    int save(List<Change> changes, Instant now);

    /** A card with what its history and its events need. */
    record Filed(
            Card card,
            Chain chain,
            CardRef ref,
            Placement placement,
            Cell cell,
            String ruleCode,
            int ruleVersion) {}

    /**
     * @param answerBy new feedback deadline, null if it stays
     * @param decideBy by when the appeal is to be decided, null if it stays
     */
    record Change(
            Filed before,
            Card after,
            CardCommand command,
            Chain chain,
            @Nullable Instant answerBy,
            @Nullable Instant decideBy) {}
}
