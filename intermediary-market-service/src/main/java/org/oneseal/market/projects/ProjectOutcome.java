package org.oneseal.market.projects;

import java.util.List;
import org.oneseal.market.events.ProjectEvent;
import org.oneseal.platform.objection.Objection;

/** What an act on a project comes to. */
public sealed interface ProjectOutcome {

    /** Done, with what is to be told. */
    record Changed(Project project, List<ProjectEvent> events) implements ProjectOutcome {
        public Changed {
            events = List.copyOf(events);
        }
    }

    /** Not done, with every reason; {@code conflict} where the state does not allow it. */
    record Objected(List<Objection> objections, boolean conflict) implements ProjectOutcome {
        public Objected {
            objections = List.copyOf(objections);
        }
    }

    static ProjectOutcome objected(List<Objection> objections) {
        return new Objected(objections, false);
    }

    static ProjectOutcome conflict(Objection objection) {
        return new Objected(List.of(objection), true);
    }
}
