package org.oneseal.credit.messaging;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.listing.ListedSubject;
import org.oneseal.credit.promises.FollowPromises;
import org.oneseal.credit.promises.Promise;
import org.oneseal.credit.promises.PromisedMaterial;
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

/** Decisions become records, a voided case closes its record, promises are registered. */
@Component
class CaseEvents implements Subscription {

    private static final String LICENCE = "01";

    private final OpenRecord openRecord;
    private final AnnulLicence annulLicence;
    private final FollowPromises followPromises;
    private final InstantSource time;

    CaseEvents(
            OpenRecord openRecord,
            AnnulLicence annulLicence,
            FollowPromises followPromises,
            InstantSource time) {
        this.openRecord = openRecord;
        this.annulLicence = annulLicence;
        this.followPromises = followPromises;
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
    public boolean concerns(IncomingEvent event) {
        return !(FromCases.read(event) instanceof FromCases.Other);
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        for (IncomingEvent event : events) {
            switch (FromCases.read(event)) {
                case FromCases.Decided decided -> decided(decided, event);
                case FromCases.Promised promised -> promised(promised, event);
                case FromCases.PromiseFulfilled(_, var promise, var material, var at) ->
                        followPromises.handedIn(promise, List.of(material), at, time.instant());
                case FromCases.PromiseOverdue(_, var promise, var materials, _) ->
                        followPromises.overdue(promise, materials, event.time(), time.instant());
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

    private void decided(FromCases.Decided decided, IncomingEvent event) {
        named(
                        decided.subjectKind(),
                        decided.subjectName(),
                        decided.subjectUscc(),
                        decided.about().party())
                .ifPresent(subject -> followPromises.partyKnown(subject, time.instant()));
        if (decided.granted()) {
            granted(decided, event);
        } else {
            annulLicence.annul(decided.about().caseId(), "decision-replaced", time.instant());
        }
    }

    private void promised(FromCases.Promised promised, IncomingEvent event) {
        FromCases.AboutCase about = promised.about();
        FromCases.PromiseMade made = promised.promise();
        String region = about.region() == null ? event.region() : about.region();
        followPromises.promised(
                new Promise(
                        made.promiseId(),
                        about.caseId(),
                        about.caseNumber(),
                        about.itemCode(),
                        about.itemName(),
                        new RegionCode(Objects.requireNonNull(region, "an event without region")),
                        about.department() == null ? event.department() : about.department(),
                        Objects.requireNonNull(about.party(), "a promise without party"),
                        about.partyMask(),
                        made.textHash(),
                        made.promisedAt(),
                        made.materials().stream()
                                .map(
                                        m ->
                                                new PromisedMaterial(
                                                        m.code(), m.name(), m.due(), null, null))
                                .toList()));
        // the name is a mask here; a decision tells it in clear where it may be told
        named(made.subjectKind(), about.partyMask(), made.subject(), about.party())
                .ifPresent(subject -> followPromises.partyMentioned(subject, time.instant()));
    }

    /** The subject of a list behind a party, where the event tells enough. */
    private static Optional<ListedSubject> named(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String uscc,
            @Nullable String party) {
        if (kind == null || name == null || party == null) return Optional.empty();
        return switch (SubjectKind.valueOf(kind.toUpperCase(Locale.ROOT))) {
            case NATURAL -> Optional.of(ListedSubject.person(party, name));
            case LEGAL ->
                    uscc == null
                            ? Optional.empty()
                            : Optional.of(ListedSubject.organisation(uscc, name, party));
        };
    }

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
