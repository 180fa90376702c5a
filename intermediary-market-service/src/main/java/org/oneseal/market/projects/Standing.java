package org.oneseal.market.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.oneseal.platform.objection.Objection;

/** Who of those who signed up may still take part today, read once for all of them. */
record Standing(Project project, Map<String, Participant> admitted, LocalDate day) {

    static Standing of(
            Project project, Participants participants, Collection<SignUp> signUps, Instant now) {
        return new Standing(
                project,
                participants.byIds(signUps.stream().map(SignUp::institutionId).toList()),
                Project.dayOf(now));
    }

    List<Objection> objections(SignUp signUp) {
        Participant participant = admitted.get(signUp.institutionId());
        if (participant == null) return List.of(Objection.of("institution-not-admitted"));
        return Eligibility.objections(project.terms(), project.buyer(), participant, day);
    }

    /** The codes of the reasons why it is out, none for one that is in. */
    List<String> reasons(SignUp signUp) {
        return objections(signUp).stream().map(Objection::code).distinct().toList();
    }
}
