package org.oneseal.supervision.supervising;

import java.time.Instant;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.watching.Watch;

/**
 * A card that is to be drawn.
 *
 * @param knownAt the facts it rests on were known by then
 * @param caseSequence version of the case it rests on
 */
public record Draw(
        Watch watch, Crossing crossing, CardRule rule, Instant knownAt, long caseSequence) {

    /** The same for the same watch and rule, so that a rebuild draws the same card. */
    public String cardId() {
        return watch.id() + "." + crossing.rule();
    }
}
