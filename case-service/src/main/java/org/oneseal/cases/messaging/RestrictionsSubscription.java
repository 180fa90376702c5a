package org.oneseal.cases.messaging;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.restrictions.Restriction;
import org.oneseal.cases.restrictions.Restrictions;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.springframework.stereotype.Component;

/** Keeps what the credit service says about whom; a tombstone lifts everything of its key. */
@Component
class RestrictionsSubscription implements Subscription {

    private final Restrictions restrictions;

    RestrictionsSubscription(Restrictions restrictions) {
        this.restrictions = restrictions;
    }

    /** The credit service's language as we read it. */
    record FromCredit(String subject, @Nullable List<Told> restrictions) {

        record Told(
                String kind,
                String listing,
                @Nullable String ground,
                LocalDate since,
                @Nullable LocalDate until) {}

        List<Restriction> all() {
            return restrictions == null
                    ? List.of()
                    : restrictions.stream()
                            .map(
                                    t ->
                                            new Restriction(
                                                    t.kind(),
                                                    t.listing(),
                                                    t.ground() == null ? "" : t.ground(),
                                                    t.since(),
                                                    t.until()))
                            .toList();
        }
    }

    @Override
    public String name() {
        return "cases-restrictions";
    }

    @Override
    public String topic() {
        return "oneseal.credit.restrictions.v1";
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            restrictions.keep(
                    event.key(),
                    event.data() == null ? List.of() : event.as(FromCredit.class).all());
        }
    }

    @Override
    public void reset() {
        restrictions.forgetAll();
    }
}
