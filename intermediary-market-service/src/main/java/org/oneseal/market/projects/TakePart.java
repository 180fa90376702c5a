package org.oneseal.market.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an institution does in a project: sign up, confirm that it was drawn, deliver. */
@Component
public class TakePart {

    private final Projects projects;
    private final Participants participants;
    private final WorkingDays workingDays;
    private final ProjectBook book;

    TakePart(
            Projects projects,
            Participants participants,
            WorkingDays workingDays,
            ProjectBook book) {
        this.projects = projects;
        this.participants = participants;
        this.workingDays = workingDays;
        this.book = book;
    }

    /** Many may sign up at once, so the project is locked instead of guarded by its version. */
    @Transactional
    public ProjectOutcome signUp(String id, String party, boolean noTie, Actor actor, Instant now) {
        Project project = load(id);
        Optional<Participant> participant = participants.of(party, project.region());
        if (participant.isEmpty()) {
            return ProjectOutcome.objected(List.of(Objection.of("institution-not-admitted")));
        }
        return book.keep(project.signUp(participant.get(), noTie, now), actor, now);
    }

    @Transactional
    public ProjectOutcome confirm(
            String id,
            long expectedVersion,
            String party,
            boolean takes,
            Actor actor,
            Instant now) {
        Project project = load(id, expectedVersion);
        LocalDate contractBy =
                workingDays.after(
                        project.region(),
                        Project.dayOf(now),
                        project.round().rule().contractDays());
        return book.keep(project.confirm(party, takes, contractBy, now), actor, now);
    }

    @Transactional
    public ProjectOutcome deliver(
            String id,
            long expectedVersion,
            String party,
            String title,
            Digest digest,
            Actor actor,
            Instant now) {
        return book.keep(load(id, expectedVersion).deliver(party, title, digest, now), actor, now);
    }

    private Project load(String id, long expectedVersion) {
        Project project = load(id);
        if (project.chain().sequence() != expectedVersion) {
            throw new StaleVersion(id, expectedVersion);
        }
        return project;
    }

    private Project load(String id) {
        return projects.lock(id)
                .filter(Project::isAnnounced)
                .orElseThrow(() -> new NotFound("project", id));
    }
}
