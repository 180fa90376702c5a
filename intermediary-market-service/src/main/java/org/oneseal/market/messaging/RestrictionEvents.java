package org.oneseal.market.messaging;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.admission.Restriction;
import org.oneseal.market.admission.Restrictions;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.springframework.stereotype.Component;

/** Who is kept out of the market, as credit tells it; a tombstone lifts everything. */
@Component
class RestrictionEvents implements Subscription {

    private static final String MARKET = "market-participation";

    private final Restrictions restrictions;

    RestrictionEvents(Restrictions restrictions) {
        this.restrictions = restrictions;
    }

    /** A subject's restrictions, of which only those of the market count here. */
    record FromCredit(String subject, List<Listed> restrictions) {

        record Listed(
                String kind,
                String listing,
                @Nullable String ground,
                LocalDate since,
                @Nullable LocalDate until) {}

        List<Restriction> ofMarket() {
            return restrictions.stream()
                    .filter(r -> r.kind().equals(MARKET))
                    .map(r -> new Restriction(r.listing(), r.ground(), r.since(), r.until()))
                    .toList();
        }
    }

    @Override
    public String name() {
        return "market-restrictions";
    }

    @Override
    public String topic() {
        return "oneseal.credit.restrictions.v1";
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            restrictions.replace(
                    event.key(),
                    event.data() == null ? List.of() : event.as(FromCredit.class).ofMarket());
        }
    }

    @Override
    public void reset() {
        restrictions.clear();
    }
}
