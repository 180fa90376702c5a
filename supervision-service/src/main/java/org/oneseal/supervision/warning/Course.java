package org.oneseal.supervision.warning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The thresholds that lie on a watch's way, earliest first, the graver first at the same instant.
 * It decides which of them become cards; what it decides depends on the facts and on when they
 * became known, never on when somebody looked.
 *
 * @param crossings those that a closed watch never reached are not among them
 */
public record Course(List<Crossing> crossings) {

    public Course {
        crossings =
                crossings.stream()
                        .sorted(
                                Comparator.comparing(Crossing::at)
                                        .thenComparing(Crossing::colour, Comparator.reverseOrder()))
                        .toList();
    }

    /**
     * Thresholds reached while the facts were known: each that is graver than all before it.
     *
     * @param knownAt when the facts became known, exclusive
     * @param until inclusive
     * @param standing gravest card drawn so far
     */
    public List<Crossing> reached(Instant knownAt, Instant until, @Nullable Colour standing) {
        List<Crossing> reached = new ArrayList<>();
        Colour gravest = standing;
        for (Crossing crossing : crossings) {
            if (crossing.at().isAfter(knownAt)
                    && !crossing.at().isAfter(until)
                    && crossing.colour().isAbove(gravest)) {
                reached.add(crossing);
                gravest = crossing.colour();
            }
        }
        return reached;
    }

    /**
     * The threshold that had been passed when the facts became known, if it still deserves a card:
     * the gravest one, and a blue or yellow one only while the watch is open, never in retrospect.
     */
    public @Nullable Crossing passed(Instant knownAt, @Nullable Colour standing, boolean closed) {
        Crossing gravest = null;
        for (Crossing crossing : crossings) {
            if (!crossing.at().isAfter(knownAt)
                    && crossing.colour().isAbove(gravest == null ? standing : gravest.colour())) {
                gravest = crossing;
            }
        }
        if (gravest == null || (closed && gravest.colour() != Colour.RED)) return null;
        return gravest;
    }

    /** All that is to be drawn now by the facts known at that instant. */
    public List<Crossing> dueBy(
            Instant knownAt, Instant now, @Nullable Colour standing, boolean closed) {
        Crossing passed = passed(knownAt, standing, closed);
        if (passed == null) return reached(knownAt, now, standing);
        List<Crossing> due = new ArrayList<>();
        due.add(passed);
        due.addAll(reached(knownAt, now, passed.colour()));
        return due;
    }

    /** When there is something to be drawn next, null if never. */
    public @Nullable Instant next(Instant knownAt, @Nullable Colour standing, boolean closed) {
        Crossing passed = passed(knownAt, standing, closed);
        if (passed != null) return passed.at();
        for (Crossing crossing : crossings) {
            if (crossing.at().isAfter(knownAt) && crossing.colour().isAbove(standing)) {
                return crossing.at();
            }
        }
        return null;
    }
}
