package org.oneseal.cases.exchange;

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
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.platform.objection.Objection;

/**
 * One source case while messages are taken: which of its sequences are in, wait or are refused;
 * what they say is added to its {@link FedFacts}. Lives for one transaction; {@link TakeFeed} loads
 * it and writes it back.
 */
final class FedCase {

    private final FeedSurroundings around;
    private final FedFacts facts;
    private final FeedLedger.Held held;
    private final @Nullable CaseOnFile before;
    private final TreeMap<Long, Entry> entries = new TreeMap<>();
    private final List<Refused> refused = new ArrayList<>();
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
        this.facts = new FedFacts(around, before == null ? null : before.value());
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
        List<Objection> objections = facts.take(message, now);
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
        return Objects.requireNonNull(facts.value()).header().id();
    }

    List<Refused> refused() {
        return refused;
    }

    Optional<CaseOnFile> before() {
        return Optional.ofNullable(before);
    }

    /** The case with everything that was added, if anything was. */
    Optional<Outcome.Changed> changed() {
        return facts.changed();
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
        Case it = facts.value();
        Instant end = facts.end().orElse(null);
        return new FeedLedger.Progress(
                held.sourceCase(),
                it == null ? null : it.header().id(),
                it == null ? null : it.header().department(),
                next,
                waiting,
                duplicates,
                it == null ? null : it.receivedAt(),
                end,
                facts.goesOnAfterItsEnd(),
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
                        case Reading.Understood(var message) -> facts.take(message, now);
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
}
