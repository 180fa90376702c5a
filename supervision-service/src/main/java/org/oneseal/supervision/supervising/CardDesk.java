package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.oneseal.supervision.measuring.Cell;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.watching.Watch;
import org.oneseal.supervision.watching.WatchKind;

/** Where cards are written down and announced. Every method needs a transaction. */
public interface CardDesk {

    /**
     * Writes down the cards that do not exist yet; announces those whose time it is, with history.
     *
     * @param times by card id
     * @return what was announced
     */
    List<Issued> issue(List<Draw> draws, Map<String, Deadlines.Times> times, Instant now);

    /**
     * Cards held until the office opened, locked; those another replica holds are left, and so are
     * those that the facts no longer support.
     */
    List<Held> opened(Instant now, int limit);

    /**
     * Announces cards that were held.
     *
     * @param issuer who says so; {@code system} where the office opened
     */
    List<Issued> release(
            Map<String, Deadlines.Times> times, String issuer, Actor actor, Instant now);

    /** Colours of cards by watch whose revocation is proposed or may have to be. */
    Map<String, List<Standing>> standing(Collection<String> watchIds);

    /**
     * Proposes the revocation of a card, or withdraws the proposal. Of a card that is held nothing
     * is told: nobody knows of it.
     */
    void propose(List<Proposal> proposals, Instant now);

    /**
     * Yellow cards past their feedback deadline, locked; those another replica holds are left, and
     * so are those whose revocation is proposed.
     */
    List<Unanswered> unanswered(Instant now, int limit);

    /** Notes that these were looked at after their deadline. */
    void escalated(Collection<String> cardIds, Instant now);

    /** Red cards that stand because that card was not answered. */
    List<String> standingOn(String cardId);

    /** A card as the indicators count it. */
    record Issued(String cardId, Cell cell, Colour colour) {}

    /** A card that waits to be issued. */
    record Held(String cardId, String ruleCode, int ruleVersion, Watch watch) {}

    /** A card that stands, as far as proposals need it. */
    record Standing(String cardId, Colour colour, boolean proposed) {}

    /** A yellow card that nobody answered in time, with its watch. */
    record Unanswered(
            String cardId,
            WatchKind kind,
            Instant issuedAt,
            Instant answerBy,
            Instant knownAt,
            long caseSequence,
            Watch watch) {}

    /**
     * @param cause {@code LATE_FACT} or {@code BASE_REVOKED}; null withdraws the proposal
     */
    record Proposal(String cardId, @Nullable String cause) {}
}
