package org.oneseal.credit.publicity;

import java.time.Instant;
import java.util.Optional;
import org.oneseal.platform.calendars.CatalogCalendars;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A granted licence becomes a record. A decision that has its record already changes nothing. */
@Component
public class OpenRecord {

    static final String DOCUMENT = "准予行政许可决定书";

    private final PublicityRules rules;
    private final CatalogCalendars calendars;
    private final Bookkeeping book;
    private final Ids ids;

    OpenRecord(PublicityRules rules, CatalogCalendars calendars, Bookkeeping book, Ids ids) {
        this.rules = rules;
        this.calendars = calendars;
        this.book = book;
        this.ids = ids;
    }

    @Transactional
    public void open(GrantedLicence granted, Instant now) {
        PublicityRule rule =
                rules.inForce(granted.region(), granted.itemCode(), granted.decidedOn());
        Optional<PublicityDue> due =
                calendars
                        .forCounting(granted.region(), granted.decidedOn())
                        .map(calendar -> PublicityTerm.due(granted.decidedOn(), rule, calendar));
        Licence licence =
                new Licence(
                        granted.caseId(),
                        granted.caseNumber(),
                        granted.itemCode(),
                        granted.subject(),
                        DOCUMENT,
                        granted.decisionNumber(),
                        rule.licenceKind(),
                        granted.certificateName(),
                        granted.certificateNumber(),
                        granted.content(),
                        granted.decidedOn(),
                        granted.validFrom(),
                        granted.validTo(),
                        granted.authority(),
                        null,
                        null);
        book.open(
                PublicityRecord.open(
                        ids.next(granted.region()),
                        granted.region(),
                        granted.department(),
                        licence,
                        granted.itemIsPublic(),
                        rule,
                        due.orElse(null),
                        now),
                Actor.source("cases", granted.department()),
                now);
    }
}
