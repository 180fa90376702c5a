package org.oneseal.credit.publicity;

import java.time.Instant;
import java.util.List;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The job's part: opens every record that the rule lets be opened at once. */
@Component
public class PublishAwaiting {

    static final String NAME = "publicity-job";

    private final PublicityRecords records;
    private final Bookkeeping book;

    PublishAwaiting(PublicityRecords records, Bookkeeping book) {
        this.records = records;
        this.book = book;
    }

    /**
     * Publishes up to so many records, one transaction for all.
     *
     * @return how many were published
     */
    @Transactional
    public int publish(int limit, Instant now) {
        List<PublicityRecord> waiting = records.awaitingJob(limit);
        for (PublicityRecord record : waiting) {
            switch (record.publish(NAME, now)) {
                case PublicityRecord.Outcome.Changed changed ->
                        book.keep(changed, Actor.system(NAME), now);
                case PublicityRecord.Outcome.Objected objected ->
                        throw new IllegalStateException(objected.toString());
            }
        }
        return waiting.size();
    }
}
