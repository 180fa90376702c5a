package org.oneseal.credit.publicity;

import java.time.Instant;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.springframework.stereotype.Component;

/** Writes an outcome down: history and outbox through the journal, then the record itself. */
@Component
class Bookkeeping {

    private final Journal journal;
    private final PublicityRecords records;

    Bookkeeping(Journal journal, PublicityRecords records) {
        this.journal = journal;
        this.records = records;
    }

    /** A new record; nothing is written if the decision has its record already. */
    boolean open(PublicityRecord.Outcome.Changed changed, Actor actor, Instant occurredAt) {
        PublicityRecord first = changed.record();
        if (!records.ofCase(first.licence().caseId()).stream()
                .filter(r -> r.licence().decisionNumber().equals(first.licence().decisionNumber()))
                .toList()
                .isEmpty()) {
            return false;
        }
        return records.add(first.at(append(changed, actor, occurredAt)));
    }

    /** A later state; without events only the stored due date follows. */
    PublicityRecord keep(PublicityRecord.Outcome.Changed changed, Actor actor, Instant occurredAt) {
        PublicityRecord record = changed.record();
        long expected = record.chain().sequence();
        PublicityRecord next =
                changed.events().isEmpty() ? record : record.at(append(changed, actor, occurredAt));
        records.save(next, expected);
        return next;
    }

    private Chain append(PublicityRecord.Outcome.Changed changed, Actor actor, Instant at) {
        PublicityRecord record = changed.record();
        Placement placement = Placement.of(record.region().value(), record.department());
        return journal.append(
                record.chain(),
                actor,
                changed.events().stream()
                        .map(event -> new Happening(event.type(), at, placement, event))
                        .toList());
    }
}
