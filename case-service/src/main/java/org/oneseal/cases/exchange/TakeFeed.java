package org.oneseal.cases.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.oneseal.cases.events.ExchangeConflict;
import org.oneseal.cases.exchange.FeedLedger.Contradiction;
import org.oneseal.cases.exchange.FeedLedger.Held;
import org.oneseal.cases.exchange.FeedLedger.Key;
import org.oneseal.cases.exchange.FeedLedger.Known;
import org.oneseal.cases.exchange.FeedReader.Reading;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.cases.limits.TimeRules;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * Takes messages of one source, a batch in the caller's transaction and in a handful of statements,
 * whatever its size.
 */
public final class TakeFeed {

    private final FeedLedger ledger;
    private final Cases cases;
    private final ItemVersions items;
    private final WorkCalendars calendars;
    private final TimeRules timeRules;
    private final Journal journal;
    private final Ids ids;
    private final FeedReader reader;

    public TakeFeed(
            FeedLedger ledger,
            Cases cases,
            ItemVersions items,
            WorkCalendars calendars,
            TimeRules timeRules,
            Journal journal,
            Ids ids,
            CryptoProfile profile) {
        this.ledger = ledger;
        this.cases = cases;
        this.items = items;
        this.calendars = calendars;
        this.timeRules = timeRules;
        this.journal = journal;
        this.ids = ids;
        this.reader = new FeedReader(profile);
    }

    /**
     * Answers every message, in their order.
     *
     * @param path how they came, for the books
     */
    public List<Verdict> take(Source source, String path, List<Envelope> envelopes, Instant now) {
        List<Reading> readings = new ArrayList<>(envelopes.size());
        Set<String> sourceCases = new TreeSet<>();
        Set<Key> keys = new java.util.LinkedHashSet<>();
        for (Envelope envelope : envelopes) {
            Reading reading = reader.read(envelope, source, now);
            readings.add(reading);
            if (reading instanceof Reading.Understood(var message)) {
                sourceCases.add(message.sourceCase());
                keys.add(new Key(message.sourceCase(), message.sequence()));
            }
        }
        Map<String, FedCase> fed = load(source, sourceCases, keys);
        List<Verdict> verdicts = new ArrayList<>(envelopes.size());
        List<Contradiction> contradictions = new ArrayList<>();
        for (Reading reading : readings) {
            verdicts.add(
                    switch (reading) {
                        case Reading.Refused(var objections) -> new Verdict.Rejected(objections);
                        case Reading.Understood(var message) ->
                                take(source, of(fed, message), message, contradictions, now);
                    });
        }
        List<FeedLedger.Rejected> rejected = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i) instanceof Verdict.Rejected(var objections)) {
                rejected.add(rejected(envelopes.get(i), objections));
            }
            if (readings.get(i) instanceof Reading.Understood(var message)) {
                verdicts.set(i, of(fed, message).settled(message, verdicts.get(i)));
            }
        }
        fed.values().stream()
                .flatMap(c -> c.refused().stream())
                .forEach(r -> rejected.add(rejected(r.message().envelope(), r.objections())));
        write(source, path, fed, rejected, contradictions, now);
        return verdicts;
    }

    /** Keeps a message that made the handling itself fail, so that it stops nobody else's. */
    public void setAside(
            Source source, String path, Envelope envelope, List<Objection> why, Instant now) {
        ledger.reject(source.code(), path, List.of(rejected(envelope, why)), now);
    }

    private Map<String, FedCase> load(Source source, Set<String> sourceCases, Set<Key> keys) {
        if (sourceCases.isEmpty()) return Map.of();
        Map<String, Held> held = ledger.lock(source.code(), sourceCases);
        Map<String, List<Known>> known = new HashMap<>();
        Set<Key> there = new java.util.HashSet<>();
        for (Known message : ledger.known(source.code(), keys)) {
            known.computeIfAbsent(message.sourceCase(), _ -> new ArrayList<>()).add(message);
            there.add(new Key(message.sourceCase(), message.sequence()));
        }
        Set<String> wanted = new TreeSet<>();
        for (Key key : keys) {
            String id = Objects.requireNonNull(held.get(key.sourceCase())).caseId();
            if (id != null && !there.contains(key)) wanted.add(id);
        }
        Map<String, CaseOnFile> files = cases.lockAll(wanted);
        var around =
                new FeedSurroundings(
                        source,
                        reader,
                        items,
                        calendars,
                        timeRules,
                        () -> ids.next(source.region()));
        Map<String, FedCase> fed = new LinkedHashMap<>();
        for (String sourceCase : sourceCases) {
            Held page = Objects.requireNonNull(held.get(sourceCase));
            fed.put(
                    sourceCase,
                    new FedCase(
                            around,
                            page,
                            page.caseId() == null ? null : files.get(page.caseId()),
                            known.getOrDefault(sourceCase, List.of())));
        }
        return fed;
    }

    private Verdict take(
            Source source,
            FedCase fed,
            FeedMessage message,
            List<Contradiction> contradictions,
            Instant now) {
        Verdict verdict = fed.take(message, ids.next(source.region()), now);
        if (verdict instanceof Verdict.Conflict(var id, var kind)) {
            contradictions.add(
                    new Contradiction(
                            id,
                            message.sourceCase(),
                            message.sequence(),
                            message.type(),
                            kind,
                            message.hash(),
                            message.occurredAt(),
                            message.payload(),
                            fed.held().department()));
        }
        return verdict;
    }

    private void write(
            Source source,
            String path,
            Map<String, FedCase> fed,
            List<FeedLedger.Rejected> rejected,
            List<Contradiction> contradictions,
            Instant now) {
        Map<Actor, List<Cases.Change>> byActor = new LinkedHashMap<>();
        for (FedCase one : fed.values()) {
            one.changed()
                    .ifPresent(
                            changed -> {
                                var change = new Cases.Change(one.before().orElse(null), changed);
                                byActor.computeIfAbsent(
                                                Actor.source(
                                                        source.code(),
                                                        changed.after().header().department()),
                                                _ -> new ArrayList<>())
                                        .add(change);
                            });
        }
        byActor.forEach((actor, some) -> cases.writeAll(some, actor));
        if (!fed.isEmpty()) {
            ledger.write(
                    source.code(),
                    path,
                    fed.values().stream().map(FedCase::progress).toList(),
                    now);
        }
        if (!rejected.isEmpty()) ledger.reject(source.code(), path, rejected, now);
        if (!contradictions.isEmpty()) tell(source, contradictions, now);
    }

    private void tell(Source source, List<Contradiction> contradictions, Instant now) {
        Set<String> fresh = ledger.queue(source.code(), contradictions, now);
        List<Journal.Addition> additions = new ArrayList<>();
        for (Contradiction one : contradictions) {
            if (!fresh.contains(one.id())) continue;
            additions.add(
                    new Journal.Addition(
                            Chain.start("exchange-conflict", one.id()),
                            Actor.source(source.code(), one.department()),
                            List.of(
                                    new Happening(
                                            "cases.exchange-conflict",
                                            now,
                                            Placement.of(source.region(), one.department()),
                                            new ExchangeConflict(
                                                    one.id(),
                                                    source.code(),
                                                    one.sourceCase(),
                                                    one.sequence(),
                                                    one.type().word(),
                                                    one.kind().name(),
                                                    one.occurredAt())))));
        }
        if (!additions.isEmpty()) journal.appendAll(additions);
    }

    private static FeedLedger.Rejected rejected(Envelope envelope, List<Objection> objections) {
        return new FeedLedger.Rejected(FeedReader.masked(envelope), objections);
    }

    private static FedCase of(Map<String, FedCase> fed, FeedMessage message) {
        return Objects.requireNonNull(fed.get(message.sourceCase()));
    }
}
