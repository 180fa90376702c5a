package org.oneseal.supervision.warning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.objection.Objection;

/**
 * An issued card and what has been done with it. The card is an act: its colour, threshold and due
 * date never change.
 *
 * @param issuer who drew it, or issued it by hand; {@code system} for those that rules draw and
 *     issue by themselves
 * @param appealUntil last instant for an appeal
 * @param appellant who appealed, null if nobody did
 * @param proposedCause why its revocation is proposed, null if it is not; one that is held is then
 *     not issued unless a person says so
 * @param revoked whether it was revoked, also after it was closed
 */
public record Card(
        String id,
        Colour colour,
        CardState state,
        String issuer,
        Instant issuedAt,
        Instant appealUntil,
        @Nullable String appellant,
        @Nullable String proposedCause,
        boolean revoked) {

    /** Issuer of cards drawn by rules. */
    public static final String SYSTEM = "system";

    private static final Set<String> CAUSES =
            Set.of("FORCE_MAJEURE", "SYSTEM_OUTAGE", "LATE_FACT", "BASE_REVOKED");

    /** Causes that nobody makes up: the service has proposed them. */
    private static final Set<String> PROPOSED = Set.of("LATE_FACT", "BASE_REVOKED");

    private static final String LOOP = "行政效能电子监察 发牌处理程序";

    /** The card after the command, or everything that speaks against it. */
    public Outcome handle(CardCommand command, Instant now) {
        List<Objection> objections = new ArrayList<>();
        CardState next = state.after(command.action());
        if (next == null) {
            objections.add(
                    Objection.of("card-state-forbids", state.name(), command.action().name())
                            .withGround(LOOP));
        }
        checkReason(command, objections);
        switch (command.action()) {
            case APPEAL -> checkAppeal(now, objections);
            case UPHOLD -> checkReviewer(command, objections);
            case REVOKE -> {
                checkReviewer(command, objections);
                checkCause(command, objections);
            }
            case ACKNOWLEDGE, RECTIFY, CLOSE, ISSUE, DISMISS -> {}
        }
        if (next == null || !objections.isEmpty()) return new Objected(List.copyOf(objections));
        boolean appeals = command.action() == CardAction.APPEAL;
        boolean revokes = command.action() == CardAction.REVOKE;
        boolean decides = revokes || state == CardState.PENDING;
        return new Moved(
                new Card(
                        id,
                        colour,
                        next,
                        command.action() == CardAction.ISSUE ? command.actor() : issuer,
                        issuedAt,
                        appealUntil,
                        appeals ? command.actor() : appellant,
                        decides ? null : proposedCause,
                        revoked || revokes));
    }

    private static void checkReason(CardCommand command, List<Objection> objections) {
        boolean needed =
                switch (command.action()) {
                    case APPEAL, UPHOLD, REVOKE, RECTIFY, DISMISS -> true;
                    case ACKNOWLEDGE, CLOSE, ISSUE -> false;
                };
        Reasons.against(command.reason(), needed)
                .forEach(objection -> objections.add(objection.withGround(LOOP)));
    }

    private void checkAppeal(Instant now, List<Objection> objections) {
        if (colour == Colour.BLUE) {
            objections.add(Objection.of("card-blue-not-appealable").withGround(LOOP));
        }
        if (appellant != null) {
            objections.add(Objection.of("card-appealed-already").withGround(LOOP));
        }
        if (now.isAfter(appealUntil)) {
            objections.add(Objection.of("card-appeal-too-late", appealUntil).withGround(LOOP));
        }
    }

    private void checkReviewer(CardCommand command, List<Objection> objections) {
        if (command.actor().equals(issuer) || Objects.equals(command.actor(), appellant)) {
            objections.add(Objection.of("card-reviewer-involved").withGround(LOOP));
        }
    }

    private void checkCause(CardCommand command, List<Objection> objections) {
        String cause = command.cause();
        if (state == CardState.APPEALED) return;
        if (cause == null || !CAUSES.contains(cause)) {
            objections.add(
                    Objection.of("card-revocation-without-cause").withGround(LOOP).at("/cause"));
        } else if (PROPOSED.contains(cause) && !cause.equals(proposedCause)) {
            objections.add(
                    Objection.of("card-revocation-not-proposed").withGround(LOOP).at("/cause"));
        }
    }

    /** What became of a command. */
    public sealed interface Outcome {}

    public record Moved(Card card) implements Outcome {}

    public record Objected(List<Objection> objections) implements Outcome {}
}
