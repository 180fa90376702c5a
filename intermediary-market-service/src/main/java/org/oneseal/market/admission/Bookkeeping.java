package org.oneseal.market.admission;

import java.time.Instant;
import java.util.List;
import org.oneseal.market.events.MarketEvent;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.springframework.stereotype.Component;

/** Writes an outcome down: history and outbox through the journal, then the institution itself. */
@Component
class Bookkeeping {

    private final Journal journal;
    private final Institutions institutions;

    Bookkeeping(Journal journal, Institutions institutions) {
        this.journal = journal;
        this.institutions = institutions;
    }

    Institution add(Institution.Outcome.Changed changed, Actor actor, Instant at) {
        Institution added = append(changed, actor, at);
        institutions.add(added);
        return added;
    }

    Institution keep(Institution.Outcome.Changed changed, Actor actor, Instant at) {
        Institution kept = append(changed, actor, at);
        institutions.save(kept, changed.institution().chain().sequence());
        return kept;
    }

    private Institution append(Institution.Outcome.Changed changed, Actor actor, Instant at) {
        Institution institution = changed.institution();
        if (changed.event().isEmpty()) return institution;
        MarketEvent event = changed.event().get();
        Placement placement =
                Placement.of(institution.region().value(), null).concerning(institution.party());
        return institution.at(
                journal.append(
                        institution.chain(),
                        actor,
                        List.of(new Happening(event.type(), at, placement, event))));
    }
}
