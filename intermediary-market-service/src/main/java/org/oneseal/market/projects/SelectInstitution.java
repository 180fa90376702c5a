package org.oneseal.market.projects;

import java.time.Instant;
import java.util.Optional;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the clock does to a project: close sign-up, draw, let go of a selection that leads nowhere.
 */
@Component
class SelectInstitution {

    private static final Actor TIMER = Actor.system("market-timer");

    private final Projects projects;
    private final Participants participants;
    private final PublicValues values;
    private final Nonces nonces;
    private final WorkingDays workingDays;
    private final ProjectBook book;

    SelectInstitution(
            Projects projects,
            Participants participants,
            PublicValues values,
            Nonces nonces,
            WorkingDays workingDays,
            ProjectBook book) {
        this.projects = projects;
        this.participants = participants;
        this.values = values;
        this.nonces = nonces;
        this.workingDays = workingDays;
        this.book = book;
    }

    /**
     * @param known whether the announced value can be had already, asked for before this
     */
    @Transactional
    public void close(String id, boolean known, Instant now) {
        Project project = projects.lock(id).orElseThrow();
        if (!project.isAnnounced()) return;
        Round round = project.round();
        Standing standing = Standing.of(project, participants, round.signUps(), now);
        book.keep(
                Drawing.close(
                        project,
                        standing::reasons,
                        closesAt -> values.firstFrom(closesAt.plus(round.rule().valueAfter())),
                        known,
                        now),
                TIMER,
                now);
    }

    /**
     * @param value the announced value, asked for before this
     */
    @Transactional
    public void draw(String id, Optional<String> value, Instant now) {
        Project project = projects.lock(id).orElseThrow();
        if (!project.isAnnounced()) return;
        Round round = project.round();
        Standing standing = Standing.of(project, participants, round.entries(), now);
        book.keep(
                Drawing.draw(
                        project,
                        nonces.open(round.sealedNonce(), round.announced().draw()),
                        value,
                        standing::reasons,
                        workingDays.after(
                                project.region(), Project.dayOf(now), round.rule().confirmDays()),
                        now),
                TIMER,
                now);
    }

    @Transactional
    public void lapse(String id, Instant now) {
        book.keep(projects.lock(id).orElseThrow().lapseIfOverdue(now), TIMER, now);
    }
}
