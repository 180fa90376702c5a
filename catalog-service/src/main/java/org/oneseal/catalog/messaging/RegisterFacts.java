package org.oneseal.catalog.messaging;

import java.time.Instant;
import java.util.List;
import org.oneseal.catalog.events.RegisterEdited;
import org.oneseal.catalog.registers.EntryAnnouncements;
import org.oneseal.catalog.registers.RegisterEntry;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.persistence.Json;
import org.springframework.stereotype.Component;

/** Keeps the evidence of what is done to registers and tells the others of it. */
@Component
class RegisterFacts implements EntryAnnouncements {

    private final Journal journal;
    private final Json json;

    RegisterFacts(Journal journal, Json json) {
        this.journal = journal;
        this.json = json;
    }

    @Override
    public Chain record(
            RegisterEntry entry, RegisterEntry.Action action, Actor actor, Instant now) {
        RegisterEdited event =
                new RegisterEdited(
                        entry.register().name(),
                        entry.key(),
                        entry.region().value(),
                        action.name(),
                        entry.origin(),
                        json.mapper().valueToTree(entry.body()));
        String id = entry.register() + "/" + entry.key();
        return journal.append(
                new Chain("register-entry", id, entry.version(), entry.chainHead()),
                actor,
                List.of(
                        new Happening(
                                event.type(), now, Placement.of(entry.region(), null), event)));
    }
}
