package org.oneseal.credit.listing;

import java.time.Instant;
import java.util.List;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The timer's part: ends every listing whose last day has passed. */
@Component
public class ExpireListings {

    private static final String NAME = "listing-timer";

    private final Listings listings;
    private final ListingBook book;

    ExpireListings(Listings listings, ListingBook book) {
        this.listings = listings;
        this.book = book;
    }

    /**
     * Ends up to so many, one transaction for all.
     *
     * @return how many were ended
     */
    @Transactional
    public int expire(int limit, Instant now) {
        List<Listing> over = listings.over(Listing.dayOf(now), limit);
        for (Listing listing : over) {
            switch (book.keep(listing, listing.expire(NAME, now), Actor.system(NAME), now)) {
                case Listing.Outcome.Changed _ -> {}
                case Listing.Outcome.Objected objected ->
                        throw new IllegalStateException(objected.toString());
            }
        }
        return over.size();
    }
}
