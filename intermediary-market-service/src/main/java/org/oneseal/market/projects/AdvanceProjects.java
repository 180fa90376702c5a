package org.oneseal.market.projects;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.oneseal.platform.draw.DrawAnnouncement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves every project whose time has come, each in a transaction of its own; replicas may do so at
 * once. Public values are asked for outside of them, each at most once a run.
 */
@Component
public class AdvanceProjects {

    private static final Logger log = LoggerFactory.getLogger(AdvanceProjects.class);
    private static final int BATCH = 200;

    private final Projects projects;
    private final PublicValues values;
    private final SelectInstitution select;

    AdvanceProjects(Projects projects, PublicValues values, SelectInstitution select) {
        this.projects = projects;
        this.values = values;
        this.select = select;
    }

    public void advance(Instant now) {
        Map<String, Optional<String>> asked = new HashMap<>();
        each("OPEN", now, id -> select.close(id, value(id, asked).isPresent(), now));
        each("SEALED", now, id -> select.draw(id, value(id, asked), now));
        each("DRAWN", now, id -> select.lapse(id, now));
        each("CONFIRMED", now, id -> select.lapse(id, now));
    }

    /** One project that can't be moved does not hold up the others. */
    private void each(String state, Instant now, Consumer<String> act) {
        List<String> due = projects.due(state, now, BATCH);
        for (String id : due) {
            try {
                act.accept(id);
            } catch (RuntimeException e) {
                log.warn("Project {} stays {} for now", id, state, e);
            }
        }
    }

    private Optional<String> value(String id, Map<String, Optional<String>> asked) {
        DrawAnnouncement announced =
                projects.announced(id).map(project -> project.round().announced()).orElse(null);
        if (announced == null || announced.round() == null) return Optional.empty();
        String round = announced.round();
        return asked.computeIfAbsent(
                announced.source() + "/" + round, _ -> values.valueOf(announced.source(), round));
    }
}
