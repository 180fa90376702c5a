package org.oneseal.market.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.Round;
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
}
