package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.warning.Course;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.watching.Watch;

/**
 * A watch with what is still to come on its course.
 *
 * @param knownAt when the last fact it is derived from became known
 * @param standing gravest card drawn, null while there is none
 * @param heldFor feed of old news that has to fall silent before the watch is judged
 * @param stale to be derived again, because a calendar or an item changed
 */
public record Kept(
        Watch watch,
        Course course,
        Instant knownAt,
        long caseSequence,
        @Nullable Colour standing,
        @Nullable String heldFor,
        boolean stale) {

    /** What is to be drawn by now with the facts known. */
    public List<Crossing> due(Instant now) {
        return course.dueBy(knownAt, now, standing, watch.isClosed());
    }

    /** When something is to be drawn next, null if never. */
    public @Nullable Instant nextCrossingAt() {
        return course.next(knownAt, standing, watch.isClosed());
    }

    /** Colour of what is to be drawn next. */
    public @Nullable Colour nextColour() {
        Instant next = nextCrossingAt();
        return next == null
                ? null
                : due(next).stream().map(Crossing::colour).findFirst().orElse(null);
    }

    /**
     * Whether it is closed and what is derived now is what it was: most facts say nothing of it.
     */
    boolean isLeftAloneBy(Watch derived) {
        return watch.isClosed() && !stale && watch.equals(derived);
    }

    Kept withHeldFor(@Nullable String feed) {
        return Objects.equals(heldFor, feed)
                ? this
                : new Kept(watch, course, knownAt, caseSequence, standing, feed, stale);
    }

    /** With these drawn; itself if there are none. */
    public Kept drawn(List<Crossing> crossings) {
        if (crossings.isEmpty()) return this;
        Colour gravest = standing;
        for (Crossing c : crossings) {
            if (gravest == null || c.colour().compareTo(gravest) > 0) gravest = c.colour();
        }
        return new Kept(watch, course, knownAt, caseSequence, gravest, heldFor, stale);
    }
}
