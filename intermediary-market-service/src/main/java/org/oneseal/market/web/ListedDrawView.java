package org.oneseal.market.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.Project;
import org.oneseal.market.projects.Round;

/** An announced project in the public list, with its current draw. */
record ListedDrawView(
        String id,
        String title,
        String region,
        String serviceKind,
        String projectState,
        String state,
        Instant closesAt,
        @Nullable Instant valueAt,
        String trust) {

    static ListedDrawView of(Project project) {
        Round round = project.round();
        return new ListedDrawView(
                round.announced().draw(),
                project.terms().title(),
                project.region().value(),
                project.terms().serviceKind(),
                project.state().label(),
                DrawView.state(round),
                round.announced().closesAt(),
                round.announced().publishedAt(),
                round.announced().trust());
    }
}
