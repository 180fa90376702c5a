package org.oneseal.cases.exchange;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.util.List;
import org.oneseal.cases.events.ExchangeConflictSettled;
import org.oneseal.cases.events.ExchangeEvent;
import org.oneseal.cases.events.ExchangeRejectionDismissed;
import org.oneseal.platform.identity.CitizenNumber;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.objection.Objection;

/**
 * A person says what becomes of a contradiction, or of a message that can never be taken. What is
 * in the case stays as it is. Runs in the caller's transaction.
 */
public final class SettleExchange {

    /** What becomes of a contradiction. */
    public enum Ruling {
        /** What was recorded first stands, and what was told later is wrong. */
        KEPT,
        /** Nothing follows from it, such as the same fact written otherwise. */
        DISMISSED
    }

    /** What came of it. */
    public sealed interface Settlement {
        record Settled(FeedBooks.Settled how) implements Settlement {}

        /** Somebody was faster. */
        record Already(List<Objection> objections) implements Settlement {}
    }

    private final FeedBooks books;
    private final Journal journal;

    public SettleExchange(FeedBooks books, Journal journal) {
        this.books = books;
        this.journal = journal;
    }

    public Settlement settle(
            Source source,
            FeedBooks.LockedConflict conflict,
            Ruling ruling,
            String reason,
            Actor actor,
            Instant now) {
        FeedBooks.ConflictRow row = conflict.row();
        FeedBooks.Settled before = row.settled();
        if (before != null) {
            return new Settlement.Already(
                    List.of(of("conflict-settled-already", before.at().toString())));
        }
        var how = new FeedBooks.Settled(ruling, CitizenNumber.maskIn(reason), actor.id(), now);
        books.settleConflict(row.id(), how);
        journal.append(
                conflict.chain(),
                actor,
                List.of(
                        happening(
                                source,
                                conflict,
                                new ExchangeConflictSettled(
                                        row.id(),
                                        row.source(),
                                        row.sourceCase(),
                                        row.sequence(),
                                        ruling.name(),
                                        how.reason()),
                                now)));
        return new Settlement.Settled(how);
    }

    /** The message is counted when it is told again, and stays dismissed. */
    public FeedBooks.Settled dismiss(
            Source source, FeedBooks.RejectionRow row, String reason, Actor actor, Instant now) {
        var how =
                new FeedBooks.Settled(
                        Ruling.DISMISSED, CitizenNumber.maskIn(reason), actor.id(), now);
        books.dismissRejection(row.id(), how);
        var event =
                new ExchangeRejectionDismissed(
                        row.id(),
                        row.source(),
                        row.sourceCase(),
                        row.reasons().stream().map(FeedBooks.Reason::code).toList(),
                        how.reason());
        journal.append(
                Chain.start("exchange-rejection", row.id()),
                actor,
                List.of(
                        new Happening(
                                event.eventType(),
                                now,
                                Placement.of(source.region(), null),
                                event)));
        return how;
    }

    private static Happening happening(
            Source source, FeedBooks.LockedConflict conflict, ExchangeEvent event, Instant now) {
        return new Happening(
                event.eventType(),
                now,
                Placement.of(source.region(), conflict.department()),
                event);
    }
}
