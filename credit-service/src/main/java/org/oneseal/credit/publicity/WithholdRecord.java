package org.oneseal.credit.publicity;

import java.time.Instant;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A credit officer withholds a record for a stated reason, such as secrets or minors. */
@Component
public class WithholdRecord {

    private final PublicityRecords records;
    private final Bookkeeping book;

    WithholdRecord(PublicityRecords records, Bookkeeping book) {
        this.records = records;
        this.book = book;
    }

    @Transactional
    public PublicityRecord.Outcome withhold(
            String id,
            long expectedVersion,
            String reason,
            String ground,
            Scope scope,
            Actor actor,
            Instant now) {
        PublicityRecord record =
                records.byId(id, scope).orElseThrow(() -> new NotFound("publicity record", id));
        if (record.chain().sequence() != expectedVersion)
            throw new StaleVersion(id, expectedVersion);
        PublicityRecord.Outcome outcome = record.withhold(reason, ground, actor.id(), now);
        if (outcome instanceof PublicityRecord.Outcome.Changed changed) {
            return new PublicityRecord.Outcome.Changed(
                    book.keep(changed, actor, now), changed.events());
        }
        return outcome;
    }
}
