package org.oneseal.credit.listing;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.oneseal.credit.events.RestrictionsChanged;
import org.oneseal.credit.events.RestrictionsChanged.Restriction;
import org.oneseal.platform.messaging.Announcement;
import org.oneseal.platform.messaging.Announcements;
import org.springframework.stereotype.Component;

/**
 * Derives a subject's restrictions from its listings and tells them in the transaction of the
 * decision. The subject's row is locked first, so two decisions on one subject follow each other.
 */
@Component
class TellRestrictions {

    private final Restrictions restrictions;
    private final Listings listings;
    private final Announcements announcements;

    TellRestrictions(Restrictions restrictions, Listings listings, Announcements announcements) {
        this.restrictions = restrictions;
        this.listings = listings;
        this.announcements = announcements;
    }

    /** To be called after the listing was saved. */
    void tell(Listing cause, Instant now) {
        ListedSubject subject = cause.subject();
        Restrictions.Told before = restrictions.take(subject.id());
        List<Restriction> held = derived(listings.inForce(subject.id()));
        if (held.equals(before.restrictions())) return;
        Restrictions.Told told = new Restrictions.Told(before.sequence() + 1, held);
        RestrictionsChanged state =
                new RestrictionsChanged(subject.id(), subject.kind().name(), held);
        announcements.announce(
                List.of(
                        new Announcement(
                                RestrictionsChanged.TOPIC,
                                subject.id(),
                                state.type(),
                                subject.id(),
                                told.sequence(),
                                now,
                                cause.region().value(),
                                cause.department(),
                                held.isEmpty() ? null : state)));
        restrictions.save(subject.id(), told);
    }

    static List<Restriction> derived(List<Listing> inForce) {
        return inForce.stream()
                .flatMap(listing -> restrictions(listing).stream())
                .sorted(Comparator.comparing(Restriction::kind).thenComparing(Restriction::listing))
                .toList();
    }

    private static List<Restriction> restrictions(Listing listing) {
        Dossier.Decision decision = listing.dossier().decision();
        if (decision == null || listing.state() != ListingState.LISTED) return List.of();
        return listing.rule().measures().stream()
                .map(
                        measure ->
                                new Restriction(
                                        measure.kind(),
                                        listing.id(),
                                        measure.ground(),
                                        decision.on(),
                                        decision.lastDay()))
                .toList();
    }
}
