package org.oneseal.credit.publicity;

import java.time.Instant;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A credit officer corrects fields of a record; what was said before stays in its history. */
@Component
public class CorrectRecord {

    private final PublicityRecords records;
    private final Bookkeeping book;

    CorrectRecord(PublicityRecords records, Bookkeeping book) {
        this.records = records;
        this.book = book;
    }

    @Transactional
    public PublicityRecord.Outcome correct(
            String id,
            long expectedVersion,
            LicenceCorrection correction,
            String reason,
            Scope scope,
            Actor actor,
            Instant now) {
        PublicityRecord record =
                records.byId(id, scope).orElseThrow(() -> new NotFound("publicity record", id));
        if (record.chain().sequence() != expectedVersion)
            throw new StaleVersion(id, expectedVersion);
        PublicityRecord.Outcome outcome = record.correct(correction, reason);
        if (outcome instanceof PublicityRecord.Outcome.Changed changed) {
            return new PublicityRecord.Outcome.Changed(
                    book.keep(changed, actor, now), changed.events());
        }
        return outcome;
    }
}
