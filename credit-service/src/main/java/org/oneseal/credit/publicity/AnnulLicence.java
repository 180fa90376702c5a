package org.oneseal.credit.publicity;

import java.time.Instant;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A licence is no more (作废), so its record is closed to the public. Unknown cases are no error. */
@Component
public class AnnulLicence {

    private final PublicityRecords records;
    private final Bookkeeping book;

    AnnulLicence(PublicityRecords records, Bookkeeping book) {
        this.records = records;
        this.book = book;
    }

    @Transactional
    public void annul(String caseId, String reason, Instant now) {
        for (PublicityRecord record : records.ofCase(caseId)) {
            switch (record.withhold(reason, PublicityRecord.GROUND, "cases", now)) {
                case PublicityRecord.Outcome.Changed changed ->
                        book.keep(changed, Actor.source("cases", record.department()), now);
                case PublicityRecord.Outcome.Objected _ -> {}
            }
        }
    }
}
