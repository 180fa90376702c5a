package org.oneseal.cases.exchange;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseClock;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.CaseHeader;
import org.oneseal.cases.handling.Deadlines;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.UnknownYear;

/** A fed case as its source reports it, message by message: facts, findings and what is told. */
final class FedFacts {

    private final FeedSurroundings around;
    private final List<Outcome.Told> told = new ArrayList<>();
    private @Nullable Case value;
    private @Nullable Deadlines deadlines;

    /**
     * @param value as it is on file, null before its receipt
     */
    FedFacts(FeedSurroundings around, @Nullable Case value) {
        this.around = around;
        this.value = value;
    }

    @Nullable Case value() {
        return value;
    }

    /** The case with everything that was added, if anything was. */
    Optional<Outcome.Changed> changed() {
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Outcome.Changed(
                                Objects.requireNonNull(value),
                                Objects.requireNonNull(deadlines),
                                told));
    }

    Optional<Instant> end() {
        return value == null ? Optional.empty() : end(value);
    }

    boolean goesOnAfterItsEnd() {
        return value != null && isAfterEnd(value);
    }

    /**
     * Adds what a message reports, or tells why it cannot be added and leaves everything as it was.
     */
    List<Objection> take(FeedMessage message, Instant now) {
        Case it = value;
        Deadlines dueBefore = deadlines;
        int toldBefore = told.size();
        try {
            if (message.report() instanceof Report.Received received) {
                return born(message, received, now);
            }
            return it == null ? List.of(of("feed-first-is-receipt")) : goOn(it, message, now);
        } catch (UnknownYear e) {
            // A receipt is two facts: what the first one left must not stay without the second.
            value = it;
            deadlines = dueBefore;
            told.subList(toldBefore, told.size()).clear();
            return List.of(of("feed-calendar-unknown", Integer.toString(e.year())));
        }
    }

    private List<Objection> born(FeedMessage message, Report.Received received, Instant now) {
        Source source = around.source();
        ItemVersion item = null;
        if (received.itemCode() != null) {
            item = around.item(received.itemCode(), message.occurredAt()).orElse(null);
            if (item == null) return List.of(of("feed-item-unknown", received.itemCode()));
        }
        var header =
                new CaseHeader(
                        around.nextCaseId(),
                        source.code() + ":" + message.sourceCase(),
                        received.itemCode(),
                        item == null ? null : item.version(),
                        item == null ? null : item.name(),
                        item == null ? null : item.itemType(),
                        item == null ? null : item.caseKind(),
                        CaseHeader.Origin.EXCHANGE,
                        source.code(),
                        message.sourceCase(),
                        source.region(),
                        received.department(),
                        null,
                        received.applicantMask(),
                        received.subjectKind(),
                        null,
                        null,
                        received.channel(),
                        "source:" + source.code(),
                        false,
                        null,
                        null,
                        null,
                        received.declaredDue());
        Stamp stamp = new Stamp(message.occurredAt(), now, "source:" + source.code());
        List<String> late = late(message, now);
        keep(
                new Case(header, List.of())
                        .record(
                                List.of(new CaseFact.Submitted(stamp, List.of())),
                                late,
                                around.calendars(),
                                now));
        if (!source.reportsAcceptance()) {
            accept(Objects.requireNonNull(value), stamp, item, late, now);
        }
        return List.of();
    }

    private List<Objection> goOn(Case it, FeedMessage message, Instant now) {
        String by = "source:" + around.source().code();
        Stamp stamp = new Stamp(message.occurredAt(), now, by);
        List<String> findings = new ArrayList<>(late(message, now));
        end(it).filter(message.occurredAt()::isAfter)
                .ifPresent(_ -> findings.add(Finding.AFTER_END.name()));
        switch (message.report()) {
            case Report.Received _ -> throw new IllegalStateException("received again");
            case Report.Accepted _ ->
                    accept(it, stamp, itemAt(it, message.occurredAt()), findings, now);
            case Report.Step(var activity, var resource) ->
                    add(
                            it,
                            new CaseFact.StepCompleted(
                                    new Stamp(
                                            message.occurredAt(),
                                            now,
                                            resource == null ? by : resource),
                                    activity,
                                    activity,
                                    null),
                            findings,
                            now);
            case Report.Suspended s -> {
                ItemVersion item = itemAt(it, it.receivedAt());
                if (item != null && item.specialProcedure(s.kind()).isEmpty()) {
                    findings.add(Finding.SUSPENSION_NOT_LISTED.name());
                }
                add(
                        it,
                        new CaseFact.Suspended(
                                stamp,
                                s.procedureId(),
                                s.kind(),
                                s.ground(),
                                s.reason(),
                                s.announcedDays(),
                                s.commissionedBy(),
                                null),
                        findings,
                        now);
            }
            case Report.Resumed(var procedure) ->
                    add(it, new CaseFact.Resumed(stamp, procedure), findings, now);
            case Report.Extended(var limit, var reason) ->
                    add(it, new CaseFact.Extended(stamp, limit, reason), findings, now);
            case Report.Finished(var result) -> {
                if (message.occurredAt().isBefore(it.receivedAt())) {
                    findings.add(Finding.END_BEFORE_START.name());
                }
                add(it, new CaseFact.Finished(stamp, result), findings, now);
            }
        }
        return List.of();
    }

    private void accept(
            Case it, Stamp stamp, @Nullable ItemVersion item, List<String> findings, Instant now) {
        CaseFact.Accepted accepted =
                item == null
                        ? new CaseFact.Accepted(stamp, null, null, null, null, false)
                        : CaseFact.Accepted.under(item, stamp, false);
        List<String> all = new ArrayList<>(findings);
        List<CaseFact> facts = new ArrayList<>(it.facts());
        facts.add(accepted);
        if (CaseClock.reading(new Case(it.header(), facts), around.calendars(), now)
                .declaredLater()) {
            all.add(Finding.DECLARED_LATER.name());
        }
        add(it, accepted, all, now);
    }

    private void add(Case it, CaseFact fact, List<String> findings, Instant now) {
        keep(it.record(List.of(fact), findings, around.calendars(), now));
    }

    private void keep(Outcome.Changed changed) {
        value = changed.after();
        deadlines = changed.deadlines();
        told.addAll(changed.events());
    }

    private @Nullable ItemVersion itemAt(Case it, Instant at) {
        String code = it.header().itemCode();
        return code == null ? null : around.item(code, at).orElse(null);
    }

    /** For a source of exact instants the lag is a figure, no finding: it knows no working days. */
    private List<String> late(FeedMessage message, Instant now) {
        if (around.source().instantsOnly()) return List.of();
        try {
            Instant inTime = around.toldInTimeUntil(message.occurredAt());
            return now.isAfter(inTime) ? List.of(Finding.LATE_REPORT.name()) : List.of();
        } catch (UnknownYear e) {
            return List.of();
        }
    }

    private static Optional<Instant> end(Case it) {
        return it.facts(CaseFact.Finished.class)
                .map(f -> f.stamp().occurredAt())
                .min(Instant::compareTo);
    }

    /** Whether anything but the receipt happened after the first end. */
    private static boolean isAfterEnd(Case it) {
        Instant end = end(it).orElse(null);
        Instant received = it.receivedAt();
        return end != null
                && it.facts().stream()
                        .filter(f -> !(f instanceof CaseFact.Submitted))
                        .filter(
                                f ->
                                        !(f instanceof CaseFact.Accepted)
                                                || !f.stamp().occurredAt().equals(received))
                        .anyMatch(f -> f.stamp().occurredAt().isAfter(end));
    }
}
