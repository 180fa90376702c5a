package org.oneseal.market.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.Project;
import org.oneseal.market.projects.Round;
import org.oneseal.market.projects.SignUp;
import org.oneseal.market.projects.Terms;
import org.oneseal.platform.draw.DrawAnnouncement;
import org.oneseal.platform.draw.DrawProof;

/**
 * The public page of a draw: what was announced, who is in once it is sealed, and the proof once it
 * is made. Keep a copy from before the draw, and the offline verifier compares it with the proof.
 *
 * @param state OPEN, SEALED, DRAWN, or why it came to nothing
 * @param revealBy a draw not made by then is void; known once sign-up is sealed
 * @param institutions who is in the draw, none before it is sealed
 */
record DrawView(
        String id,
        String projectId,
        int number,
        String state,
        String title,
        String region,
        Terms.Role role,
        String serviceKind,
        String buyer,
        Terms.Fund fund,
        long priceFen,
        int serviceDays,
        List<Terms.Avoided> avoided,
        int minimum,
        String rule,
        DrawAnnouncement announcement,
        @Nullable Instant sealedAt,
        @Nullable Instant revealBy,
        List<EntrantView> institutions,
        List<Round.Excluded> excluded,
        @Nullable DrawProof proof,
        @Nullable Instant endedAt) {

    record EntrantView(String uscc, String name) {}

    static DrawView of(Project project, Round round) {
        Terms terms = project.terms();
        Round.Ending ending = round.ending();
        return new DrawView(
                round.announced().draw(),
                project.id(),
                round.number(),
                state(round),
                terms.title(),
                project.region().value(),
                terms.role(),
                terms.serviceKind(),
                project.buyer().name(),
                terms.fund(),
                terms.priceFen(),
                terms.serviceDays(),
                terms.avoided(),
                round.rule().minimum(),
                round.rule().ground(),
                round.announced(),
                round.sealedAt(),
                round.sealedAt() == null ? null : round.revealBy(),
                round.entries().stream().map(DrawView::entrant).toList(),
                round.excluded(),
                round.proof(),
                ending == null ? null : ending.at());
    }

    static String state(Round round) {
        Round.Ending ending = round.ending();
        if (ending != null) return ending.reason().name();
        if (round.proof() != null) return "DRAWN";
        return round.sealedAt() == null ? "OPEN" : "SEALED";
    }

    private static EntrantView entrant(SignUp signUp) {
        return new EntrantView(signUp.uscc(), signUp.name());
    }
}
