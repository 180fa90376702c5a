package org.oneseal.market.projects;

import java.time.Instant;
import java.util.List;
import org.oneseal.market.events.Commissioned;
import org.oneseal.market.events.Drawn;
import org.oneseal.market.events.InstitutionSignedUp;
import org.oneseal.market.events.ProjectEvent;
import org.oneseal.market.events.ResultDelivered;
import org.oneseal.market.events.SelectionConfirmed;
import org.oneseal.market.events.SelectionLapsed;
import org.oneseal.market.events.SelectionRescheduled;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.springframework.stereotype.Component;

/** Writes an outcome down: history and outbox through the journal, then the project itself. */
@Component
class ProjectBook {

    private final Journal journal;
    private final Projects projects;

    ProjectBook(Journal journal, Projects projects) {
        this.journal = journal;
        this.projects = projects;
    }

    ProjectOutcome add(ProjectOutcome outcome, Actor actor, Instant at) {
        if (!(outcome instanceof ProjectOutcome.Changed changed)) return outcome;
        Project added = append(changed, actor, at);
        projects.add(added);
        return new ProjectOutcome.Changed(added, changed.events());
    }

    ProjectOutcome keep(ProjectOutcome outcome, Actor actor, Instant at) {
        if (!(outcome instanceof ProjectOutcome.Changed changed)) return outcome;
        Project kept = append(changed, actor, at);
        projects.save(kept, changed.project().chain().sequence());
        return new ProjectOutcome.Changed(kept, changed.events());
    }

    private Project append(ProjectOutcome.Changed changed, Actor actor, Instant at) {
        Project project = changed.project();
        List<Happening> happenings =
                changed.events().stream()
                        .map(
                                event ->
                                        new Happening(
                                                event.type(), at, placement(project, event), event))
                        .toList();
        return project.at(journal.append(project.chain(), actor, happenings));
    }

    /** Who signs up before the close is nobody's business but its own and the operators'. */
    private static Placement placement(Project project, ProjectEvent event) {
        String region = project.region().value();
        if (event instanceof InstitutionSignedUp signedUp) {
            return Placement.of(region, null).concerning(signedUp.institution().party());
        }
        Placement placement = Placement.of(region, project.buyer().department());
        String buyer = project.buyer().party();
        if (buyer != null) return placement.concerning(buyer);
        return switch (event) {
            case Drawn drawn -> placement.concerning(drawn.institution().party());
            case SelectionConfirmed confirmed ->
                    placement.concerning(confirmed.institution().party());
            case SelectionRescheduled moved -> placement.concerning(moved.institution().party());
            case SelectionLapsed lapsed -> placement.concerning(lapsed.institution().party());
            case Commissioned commissioned ->
                    placement.concerning(commissioned.institution().party());
            case ResultDelivered delivered -> placement.concerning(delivered.institution().party());
            default -> placement;
        };
    }
}
