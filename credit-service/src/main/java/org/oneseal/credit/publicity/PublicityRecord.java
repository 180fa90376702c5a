package org.oneseal.credit.publicity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.events.CreditEvent;
import org.oneseal.credit.events.RecordCorrected;
import org.oneseal.credit.events.RecordOpened;
import org.oneseal.credit.events.RecordPublished;
import org.oneseal.credit.events.RecordRescheduled;
import org.oneseal.credit.events.RecordWithheld;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * A granted licence on its way to the public (双公示信息). Immutable: every act returns the next record
 * together with the events that tell of it.
 *
 * @param due null while no calendar is known for the days that are needed; it follows by itself
 */
public record PublicityRecord(
        String id,
        Chain chain,
        RegionCode region,
        @Nullable String department,
        Licence licence,
        PublicityRule rule,
        boolean deidentified,
        Instant openedAt,
        @Nullable PublicityDue due,
        PublicityState state) {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    public static final String GROUND = "行政许可法 art. 40";

    /** What an act comes to. */
    public sealed interface Outcome {

        /** Done, with what is to be told; without events nothing changed. */
        record Changed(PublicityRecord record, List<CreditEvent> events) implements Outcome {
            public Changed {
                events = List.copyOf(events);
            }
        }

        /** Not done, with every reason. */
        record Objected(List<Objection> objections) implements Outcome {
            public Objected {
                objections = List.copyOf(objections);
            }
        }
    }

    /** Opens the record of a licence; it is withheld from the start where rule or item say so. */
    static Outcome.Changed open(
            String id,
            RegionCode region,
            @Nullable String department,
            Licence licence,
            boolean itemIsPublic,
            PublicityRule rule,
            @Nullable PublicityDue due,
            Instant now) {
        boolean natural = licence.subject().natural();
        PublicityState state = new PublicityState.Pending();
        if (!itemIsPublic) {
            state = withheldByRule(now, "item-not-public");
        } else if (natural && rule.naturalPersons() == PublicityRule.NaturalPersons.WITHHELD) {
            state = withheldByRule(now, "natural-person");
        }
        PublicityRecord record =
                new PublicityRecord(
                        id,
                        Chain.start("publicity-record", id),
                        region,
                        department,
                        licence,
                        rule,
                        natural,
                        now,
                        due,
                        state);
        return new Outcome.Changed(record, List.of(record.opened()));
    }

    private static PublicityState.Withheld withheldByRule(Instant now, String reason) {
        return new PublicityState.Withheld(now, "rule", reason, GROUND, null);
    }

    /** Opens it to the public. Publishing what is published already changes nothing. */
    Outcome publish(String by, Instant now) {
        return switch (state) {
            case PublicityState.Pending _ -> {
                PublicityRecord next = with(new PublicityState.Published(now, by));
                yield new Outcome.Changed(next, List.of(next.published(now)));
            }
            case PublicityState.Published _ -> new Outcome.Changed(this, List.of());
            case PublicityState.Withheld withheld ->
                    new Outcome.Objected(
                            List.of(
                                    Objection.of("record-withheld", withheld.reason())
                                            .withGround(GROUND)));
        };
    }

    /** Withholds it with a reason and its legal ground; what was published is closed again. */
    Outcome withhold(String reason, String ground, String by, Instant now) {
        Instant publishedAt =
                switch (state) {
                    case PublicityState.Pending _ -> null;
                    case PublicityState.Published published -> published.at();
                    case PublicityState.Withheld withheld -> withheld.publishedAt();
                };
        if (state instanceof PublicityState.Withheld) {
            return new Outcome.Objected(List.of(Objection.of("record-already-withheld")));
        }
        PublicityRecord next =
                with(new PublicityState.Withheld(now, by, reason, ground, publishedAt));
        return new Outcome.Changed(
                next,
                List.of(new RecordWithheld(next.reference(), reason, ground, publishedAt != null)));
    }

    /** Corrects fields; a correction that would break the checks of the standard is refused. */
    Outcome correct(LicenceCorrection correction, String reason) {
        List<Objection> objections = new ArrayList<>();
        if (state instanceof PublicityState.Withheld) {
            objections.add(Objection.of("record-already-withheld"));
        }
        List<String> fields = correction.fields();
        if (fields.isEmpty()) objections.add(Objection.of("correction-empty"));
        Licence corrected = correction.apply(licence);
        for (LicenceChecks.Finding finding : LicenceChecks.of(corrected)) {
            if (fields.contains(finding.field())) {
                objections.add(
                        Objection.of("field-against-standard", finding.field(), finding.problem()));
            }
        }
        if (!objections.isEmpty()) return new Outcome.Objected(objections);
        PublicityRecord next =
                new PublicityRecord(
                        id,
                        chain,
                        region,
                        department,
                        corrected,
                        rule,
                        deidentified,
                        openedAt,
                        due,
                        state);
        return new Outcome.Changed(
                next,
                List.of(
                        new RecordCorrected(
                                next.reference(),
                                fields,
                                reason,
                                state instanceof PublicityState.Published)));
    }

    /**
     * Days from the decision to publication (公示时滞), and of these the days before it was told to
     * this service (报送时滞); null while it is not published.
     */
    public @Nullable Lag lag() {
        Instant published =
                switch (state) {
                    case PublicityState.Pending _ -> null;
                    case PublicityState.Published at -> at.at();
                    case PublicityState.Withheld withheld -> withheld.publishedAt();
                };
        if (published == null) return null;
        return new Lag(
                ChronoUnit.DAYS.between(licence.decidedOn(), dayOf(openedAt)),
                ChronoUnit.DAYS.between(licence.decidedOn(), dayOf(published)));
    }

    /** Calendar days from the decision, Asia/Shanghai. */
    public record Lag(long untilTold, long untilPublished) {}

    /** Follows a calendar that has moved; only a waiting record has a due date that can move. */
    Optional<Outcome.Changed> reschedule(PublicityDue moved, @Nullable String decree) {
        if (!(state instanceof PublicityState.Pending) || moved.equals(due)) {
            return Optional.empty();
        }
        PublicityRecord next =
                new PublicityRecord(
                        id,
                        chain,
                        region,
                        department,
                        licence,
                        rule,
                        deidentified,
                        openedAt,
                        moved,
                        state);
        if (due != null
                && due.lastDay().equals(moved.lastDay())
                && due.provisional() == moved.provisional()) {
            return Optional.of(new Outcome.Changed(next, List.of()));
        }
        return Optional.of(
                new Outcome.Changed(
                        next,
                        List.of(
                                new RecordRescheduled(
                                        next.reference(),
                                        due == null ? null : due.lastDay(),
                                        decree))));
    }

    /** Published no later than the last day; false while the due date is unknown. */
    public boolean inTime() {
        return due != null
                && state instanceof PublicityState.Published published
                && !dayOf(published.at()).isAfter(due.lastDay());
    }

    /** NONE, BLUE from the day the rule names, YELLOW once the last day has passed. */
    public Warning warning(Instant now) {
        if (due == null || !(state instanceof PublicityState.Pending)) return Warning.NONE;
        LocalDate today = dayOf(now);
        if (today.isAfter(due.lastDay())) return Warning.YELLOW;
        return today.isBefore(due.warnFrom()) ? Warning.NONE : Warning.BLUE;
    }

    /** How near the last day is. */
    public enum Warning {
        NONE,
        BLUE,
        YELLOW
    }

    PublicityRecord at(Chain next) {
        return new PublicityRecord(
                id, next, region, department, licence, rule, deidentified, openedAt, due, state);
    }

    private PublicityRecord with(PublicityState next) {
        return new PublicityRecord(
                id, chain, region, department, licence, rule, deidentified, openedAt, due, next);
    }

    static LocalDate dayOf(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    private CreditEvent.RecordReference reference() {
        return new CreditEvent.RecordReference(
                id,
                licence.caseId(),
                licence.caseNumber(),
                licence.decisionNumber(),
                licence.decidedOn(),
                due == null ? null : due.lastDay(),
                due != null && due.provisional());
    }

    private RecordOpened opened() {
        PublicityState.Withheld withheld = state instanceof PublicityState.Withheld w ? w : null;
        return new RecordOpened(
                reference(),
                state.label(),
                withheld == null ? null : withheld.reason(),
                deidentified,
                rule.id());
    }

    private RecordPublished published(Instant at) {
        return new RecordPublished(
                reference(),
                at,
                inTime(),
                deidentified,
                licence.subject().kind().name(),
                licence.subject().name(),
                licence.subject().uscc(),
                licence.content(),
                licence.authority().name(),
                licence.authority().uscc(),
                licence.validFrom(),
                licence.validTo());
    }
}
