package org.oneseal.supervision.supervising;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.warning.Card;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.warning.Origin;
import org.oneseal.supervision.watching.Watch;

/**
 * A card that is to be drawn.
 *
 * @param knownAt the facts it rests on were known by then
 * @param caseSequence version of the case it rests on
 */
public record Draw(
        Watch watch,
        Crossing crossing,
        CardRule rule,
        Instant knownAt,
        long caseSequence,
        Cause cause) {

    public Draw(Watch watch, Crossing crossing, CardRule rule, Instant knownAt, long caseSequence) {
        this(watch, crossing, rule, knownAt, caseSequence, Cause.RULE);
    }

    /** The same for the same watch and rule, so that a rebuild draws the same card. */
    public String cardId() {
        return watch.id() + "." + crossing.rule();
    }

    /**
     * Who or what draws it.
     *
     * @param issuer subject of a person, {@link Card#SYSTEM} for rules
     * @param reason what a person says about it
     * @param parent the unanswered card behind it
     */
    public record Cause(
            Origin origin, String issuer, @Nullable String reason, @Nullable String parent) {

        static final Cause RULE = new Cause(Origin.RULE, Card.SYSTEM, null, null);
    }
}
