package org.oneseal.market.projects;

import java.time.Instant;
import java.util.List;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The buyer concludes the contract with the institution that was drawn and has confirmed. */
@Component
public class CommissionInstitution {

    private final Projects projects;
    private final Participants participants;
    private final ProjectBook book;

    CommissionInstitution(Projects projects, Participants participants, ProjectBook book) {
        this.projects = projects;
        this.participants = participants;
        this.book = book;
    }

    @Transactional
    public ProjectOutcome commission(
            String id,
            long expectedVersion,
            ProjectState.Contract contract,
            Scope scope,
            Actor actor,
            Instant now) {
        Project project = projects.byId(id, scope).orElseThrow(() -> new NotFound("project", id));
        if (project.chain().sequence() != expectedVersion) {
            throw new StaleVersion(id, expectedVersion);
        }
        SignUp winner = project.state().selected();
        List<Objection> barred =
                winner == null
                        ? List.of()
                        : Standing.of(project, participants, List.of(winner), now)
                                .objections(winner);
        return book.keep(project.commission(contract, barred, now), actor, now);
    }
}
