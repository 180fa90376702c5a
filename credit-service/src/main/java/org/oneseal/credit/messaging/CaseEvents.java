package org.oneseal.credit.messaging;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.oneseal.credit.publicity.AnnulLicence;
import org.oneseal.credit.publicity.Authority;
import org.oneseal.credit.publicity.GrantedLicence;
import org.oneseal.credit.publicity.OpenRecord;
import org.oneseal.credit.publicity.PublicityRecord;
import org.oneseal.credit.publicity.Subject;
import org.oneseal.credit.publicity.SubjectKind;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/** Decisions become records; a voided case closes its record. */
@Component
class CaseEvents implements Subscription {

    private static final String LICENCE = "01";

    private final OpenRecord openRecord;
    private final AnnulLicence annulLicence;
    private final InstantSource time;

    CaseEvents(OpenRecord openRecord, AnnulLicence annulLicence, InstantSource time) {
        this.openRecord = openRecord;
        this.annulLicence = annulLicence;
        this.time = time;
    }

    @Override
    public String name() {
        return "credit-cases";
    }

    @Override
    public String topic() {
        return "oneseal.cases.v1";
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            switch (FromCases.read(event)) {
                case FromCases.Decided decided when decided.granted() -> granted(decided, event);
                case FromCases.Decided refused ->
                        annulLicence.annul(
                                refused.about().caseId(), "decision-replaced", time.instant());
                case FromCases.Finished finished when finished.voided() ->
                        annulLicence.annul(
                                finished.about().caseId(), "licence-annulled", time.instant());
                case FromCases.Finished _ -> {}
                case FromCases.Other _ -> {}
            }
        }
    }

    /** Records are this service's own facts: a rebuild reads again and finds them there. */
    @Override
    public void reset() {}

    private void granted(FromCases.Decided decided, IncomingEvent event) {
        FromCases.AboutCase about = decided.about();
        // an item that is no licence is published only where its own flag says so
        if (!decided.publicity() && !LICENCE.equals(about.itemType())) return;
        String region = about.region() == null ? event.region() : about.region();
        String item = about.itemName() == null ? "" : about.itemName();
        FromCases.Result result = decided.result();
        openRecord.open(
                new GrantedLicence(
                        new RegionCode(Objects.requireNonNull(region, "an event without region")),
                        about.department() == null ? event.department() : about.department(),
                        about.caseId(),
                        about.caseNumber(),
                        about.itemCode(),
                        decided.publicity(),
                        subject(decided),
                        decided.decisionNumber(),
                        result == null ? null : result.name(),
                        decided.certificateNumber(),
                        item,
                        LocalDate.ofInstant(event.time(), PublicityRecord.ZONE),
                        decided.validFrom(),
                        decided.validTo(),
                        new Authority(decided.authority().name(), decided.authority().uscc())),
                time.instant());
    }

    private static Subject subject(FromCases.Decided decided) {
        SubjectKind kind = SubjectKind.valueOf(decided.subjectKind().toUpperCase(Locale.ROOT));
        return switch (kind) {
            case LEGAL -> new Subject(kind, decided.subjectName(), decided.subjectUscc());
            case NATURAL -> new Subject(kind, masked(decided.subjectName()), null);
        };
    }

    /** The sender masks already; a name that comes in clear all the same is not let through. */
    private static String masked(String name) {
        if (name.indexOf('*') >= 0 || name.isEmpty()) return name;
        int first = name.codePointAt(0);
        return Character.toString(first) + "**";
    }
}
