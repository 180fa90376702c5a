package org.oneseal.cases.exchange;

import static org.oneseal.platform.objection.Objection.of;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.exchange.FeedReader.Reading;
import org.oneseal.cases.exchange.Verdict.ConflictKind;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseClock;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseFact.Stamp;
import org.oneseal.cases.handling.CaseHeader;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Deadlines;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.UnknownYear;

/**
 * One source case while messages are taken: what is known of it, and what becomes of it. Lives for
 * one transaction; {@link TakeFeed} loads it and writes it back.
 */
final class FedCase {

    private final FeedSurroundings around;
    private final FeedLedger.Held held;
    private final @Nullable CaseOnFile before;
    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private final List<Outcome.Told> told = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private @Nullable Case value;
    private @Nullable Deadlines deadlines;
    private long next;
    private int duplicates;

    /** A waiting message that turned out not to be acceptable once its turn came. */
    record Refused(FeedLedger.Known message, List<Objection> objections) {}

    /** What a sequence holds; {@code stored} tells whether its row was there before. */
    private record Entry(FeedLedger.Known known, boolean stored, boolean changed) {}

    FedCase(
            FeedSurroundings around,
            FeedLedger.Held held,
            @Nullable CaseOnFile before,
            List<FeedLedger.Known> known) {
        this.around = around;
        this.held = held;
        this.before = before;
        this.value = before == null ? null : before.value();
        this.next = held.next();
        known.forEach(k -> entries.put(k.sequence(), new Entry(k, true, false)));
    }

    /**
     * Answers a message; {@link #settled} tells later whether one that waited came in after all.
     */
    Verdict take(FeedMessage message, String conflictId, Instant now) {
        Entry there = entries.get(message.sequence());
        if (there != null) {
            if (there.known().type() != message.type()) {
                return new Verdict.Conflict(conflictId, ConflictKind.OTHER_TYPE);
            }
            if (!there.known().hash().equals(message.hash())) {
                return new Verdict.Conflict(conflictId, ConflictKind.OTHER_CONTENT);
            }
            duplicates++;
            return new Verdict.Duplicate();
        }
        if (message.sequence() > next) {
            enter(message, true, now);
            return new Verdict.Waiting(next);
        }
        if (message.sequence() < next) {
            throw new IllegalStateException(
                    "%s/%d was taken but is not known"
                            .formatted(message.sourceCase(), message.sequence()));
        }
        List<Objection> objections = apply(message, now);
        if (!objections.isEmpty()) return new Verdict.Rejected(objections);
        enter(message, false, now);
        next++;
        releaseWaiting(now);
        return new Verdict.Accepted(caseId());
    }

    /**
     * The verdict in the end: what waited may have been released, or refused, by what came later.
     */
    Verdict settled(FeedMessage message, Verdict first) {
        if (!(first instanceof Verdict.Waiting)) return first;
        Entry entry = entries.get(message.sequence());
        if (entry == null) {
            return refused.stream()
                    .filter(r -> r.message().sequence() == message.sequence())
                    .<Verdict>map(r -> new Verdict.Rejected(r.objections()))
                    .findFirst()
                    .orElse(first);
        }
        return entry.known().waiting() ? new Verdict.Waiting(next) : new Verdict.Accepted(caseId());
    }

    // ------------------------------------------------------------------------- what is to be
    // written

    FeedLedger.Held held() {
        return held;
    }

    String caseId() {
        return Objects.requireNonNull(value).header().id();
    }

    List<Refused> refused() {
        return refused;
    }

    Optional<CaseOnFile> before() {
        return Optional.ofNullable(before);
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

    FeedLedger.Progress progress() {
        List<FeedLedger.Known> added = new ArrayList<>();
        List<Long> released = new ArrayList<>();
        List<Long> accepted = new ArrayList<>();
        int waiting = 0;
        for (Entry entry : entries.values()) {
            if (entry.known().waiting()) waiting++;
            if (!entry.changed()) continue;
            if (!entry.stored()) added.add(entry.known());
            else released.add(entry.known().sequence());
            if (!entry.known().waiting()) accepted.add(entry.known().sequence());
        }
        Case it = value;
        Instant end = it == null ? null : end(it).orElse(null);
        return new FeedLedger.Progress(
                held.sourceCase(),
                it == null ? null : it.header().id(),
                it == null ? null : it.header().department(),
                next,
                waiting,
                duplicates,
                it == null ? null : it.receivedAt(),
                end,
                it != null && isAfterEnd(it),
                it != null && end != null && end.isBefore(it.receivedAt()),
                added,
                released,
                refused.stream().map(r -> r.message().sequence()).toList(),
                accepted);
    }

    // --------------------------------------------------------------------------------------- own

    private void enter(FeedMessage message, boolean waiting, Instant now) {
        entries.put(
                message.sequence(),
                new Entry(
                        new FeedLedger.Known(
                                message.sourceCase(),
                                message.sequence(),
                                message.type(),
                                message.hash(),
                                waiting,
                                message.occurredAt(),
                                now,
                                message.payload()),
                        false,
                        true));
    }

    private void releaseWaiting(Instant now) {
        while (entries.get(next) instanceof Entry entry && entry.known().waiting()) {
            List<Objection> objections =
                    switch (around.reader().read(entry.known().envelope(), around.source(), now)) {
                        case Reading.Refused(var reasons) -> reasons;
                        case Reading.Understood(var message) -> apply(message, now);
                    };
            if (!objections.isEmpty()) {
                refused.add(new Refused(entry.known(), objections));
                entries.remove(next);
                return;
            }
            entries.put(next, new Entry(entry.known().released(), entry.stored(), true));
            next++;
        }
    }

    private List<Objection> apply(FeedMessage message, Instant now) {
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
                        ? new CaseFact.Accepted(stamp, null, null, null, false)
                        : new CaseFact.Accepted(
                                stamp,
                                item.version(),
                                item.legalLimit(),
                                item.promisedLimit(),
                                false);
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
            Instant inTime =
                    around.calendar().due(message.occurredAt(), TimeLimit.workingDays(1)).at();
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
