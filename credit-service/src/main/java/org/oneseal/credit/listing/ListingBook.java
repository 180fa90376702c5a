package org.oneseal.credit.listing;

import java.time.Instant;
import org.oneseal.credit.listing.Listing.Outcome;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.springframework.stereotype.Component;

/** Writes an outcome down: history and outbox, the listing, and what it restricts. */
@Component
class ListingBook {

    private final Journal journal;
    private final Listings listings;
    private final TellRestrictions restrictions;

    ListingBook(Journal journal, Listings listings, TellRestrictions restrictions) {
        this.journal = journal;
        this.listings = listings;
        this.restrictions = restrictions;
    }

    Outcome open(Outcome.Changed changed, Actor actor, Instant now) {
        Listing opened = changed.listing().at(append(changed, actor, now));
        listings.add(opened);
        return new Outcome.Changed(opened, changed.events());
    }

    /** Keeps what was done to the listing; what was refused goes back as it is. */
    Outcome keep(Listing before, Outcome outcome, Actor actor, Instant now) {
        return switch (outcome) {
            case Outcome.Objected objected -> objected;
            case Outcome.Changed changed -> {
                Listing next = changed.listing().at(append(changed, actor, now));
                listings.save(next, before.chain().sequence());
                if (before.state() == ListingState.LISTED || next.state() == ListingState.LISTED) {
                    restrictions.tell(next, now);
                }
                yield new Outcome.Changed(next, changed.events());
            }
        };
    }

    private Chain append(Outcome.Changed changed, Actor actor, Instant at) {
        Listing listing = changed.listing();
        Placement placement =
                Placement.of(listing.region(), listing.department())
                        .concerning(listing.subject().party());
        return journal.append(
                listing.chain(),
                actor,
                changed.events().stream()
                        .map(event -> new Happening(event.type(), at, placement, event))
                        .toList());
    }
}
