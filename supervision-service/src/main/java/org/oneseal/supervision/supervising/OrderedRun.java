package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.warning.Course;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.warning.Plotter;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.Watchkeeper;

/**
 * Plays a case again as if every fact had been known the moment it happened, and tells which cards
 * would have been drawn. A card it does not draw is no longer supported.
 */
final class OrderedRun {

    private final Watchkeeper watchkeeper;
    private final Plotter plotter;

    OrderedRun(Watchkeeper watchkeeper, Plotter plotter) {
        this.watchkeeper = watchkeeper;
        this.plotter = plotter;
    }

    /** Colours of the cards on the watch by that instant. */
    Set<Colour> colours(Dossier dossier, String watchId, Instant now) {
        Set<Colour> drawn = EnumSet.noneOf(Colour.class);
        List<Instant> moments =
                dossier.facts().stream().map(f -> f.told().occurredAt()).distinct().toList();
        Instant last = Instant.MIN;
        Course course = new Course(List.of());
        Colour standing = null;
        for (Instant moment : moments) {
            for (Crossing c : course.reached(last, moment, standing)) {
                drawn.add(c.colour());
                standing = c.colour();
            }
            Watch watch = watch(dossier.asHappenedBy(moment), watchId);
            course = watch == null ? new Course(List.of()) : plotter.course(watch);
            Crossing passed = course.passed(moment, standing, watch != null && watch.isClosed());
            if (passed != null) {
                drawn.add(passed.colour());
                standing = passed.colour();
            }
            last = moment;
        }
        course.reached(last, now, standing).forEach(c -> drawn.add(c.colour()));
        return drawn;
    }

    private @Nullable Watch watch(Dossier dossier, String watchId) {
        return watchkeeper.watches(dossier).stream()
                .filter(w -> w.id().equals(watchId))
                .findFirst()
                .orElse(null);
    }
}
