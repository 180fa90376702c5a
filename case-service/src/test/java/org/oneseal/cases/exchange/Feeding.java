package org.oneseal.cases.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.cases.limits.TimeRule;
import org.oneseal.cases.limits.TimeRules;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.platform.worktime.WorkCalendars;
import tools.jackson.databind.json.JsonMapper;

/** A small exchange in memory, and the messages of a department that feeds it. */
final class Feeding {

    static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");
    static final RegionCode DISTRICT = new RegionCode("431103000000");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    final Map<String, CaseOnFile> cases = new TreeMap<>();
    final List<Outcome.Told> told = new ArrayList<>();
    final Map<FeedLedger.Key, FeedLedger.Known> messages = new HashMap<>();
    final Map<String, FeedLedger.Progress> pages = new TreeMap<>();
    final List<FeedLedger.Rejected> rejected = new ArrayList<>();
    final Map<String, FeedLedger.Contradiction> conflicts = new LinkedHashMap<>();
    final List<Journal.Addition> announced = new ArrayList<>();
    final List<ItemVersion> items = new ArrayList<>();
    long duplicates;

    final TakeFeed takeFeed;
    Source source =
            new Source(
                    "permits",
                    "环境许可",
                    "Permits",
                    DISTRICT,
                    List.of(new Source.Department("431103-HJ", List.of("General", "Experts"))),
                    List.of(),
                    true,
                    false,
                    60_000,
                    60,
                    "department-system-permits");

    Feeding() {
        this(calendarless());
    }

    Feeding(WorkCalendars calendars) {
        takeFeed =
                new TakeFeed(
                        new Ledger(),
                        new Files(),
                        new Items(),
                        calendars,
                        new Rules(),
                        additions -> {
                            announced.addAll(additions);
                            return additions.stream()
                                    .map(a -> new Chain("t", a.chain().aggregateId(), 1, "h"))
                                    .toList();
                        },
                        new Ids(InstantSource.fixed(NOW)),
                        CryptoProfile.CN);
    }

    /** A working day to tell what happened. */
    private static final class Rules implements TimeRules {
        @Override
        public Optional<TimeRule> inForce(RegionCode region, TimeRule.Kind kind, LocalDate day) {
            return Optional.of(new TimeRule(TimeLimit.workingDays(1), ""));
        }

        @Override
        public List<Entry> of(RegionCode region, long afterId, int limit) {
            return List.of();
        }

        @Override
        public long add(Addition addition, String by, Instant at) {
            throw new UnsupportedOperationException();
        }
    }

    static WorkCalendars calendarless() {
        return _ -> Optional.empty();
    }

    static WorkCalendars of(WorkCalendar calendar) {
        return region ->
                region.equals(RegionCode.NATION) ? Optional.of(calendar) : Optional.empty();
    }

    FeedLedger.Progress page(String sourceCase) {
        return Objects.requireNonNull(pages.get(sourceCase));
    }

    List<Verdict> take(Envelope... envelopes) {
        return take(List.of(envelopes));
    }

    List<Verdict> take(List<Envelope> envelopes) {
        return takeFeed.take(source, "TEST", envelopes, NOW);
    }

    // ----------------------------------------------------------------------------------- messages

    static Envelope received(String sourceCase, String at, String declaredDue) {
        return message(
                sourceCase,
                1,
                "received",
                at,
                Map.of("channel", "Internet", "department", "General", "declaredDue", declaredDue));
    }

    static Envelope step(String sourceCase, long sequence, String at) {
        return message(
                sourceCase,
                sequence,
                "step",
                at,
                Map.of("activity", "T02 Check", "resource", "Resource10", "group", "Group 4"));
    }

    static Envelope finished(String sourceCase, long sequence, String at) {
        return message(sourceCase, sequence, "finished", at, Map.of("result", "6"));
    }

    static Envelope message(
            String sourceCase, long sequence, String type, String at, Map<String, Object> data) {
        Map<String, Object> all = new TreeMap<>(data);
        all.put("sourceCase", sourceCase);
        return new Envelope(
                attributes(sourceCase, Long.toString(sequence), type, at),
                JSON.writeValueAsBytes(all));
    }

    static Envelope raw(Map<String, String> attributes, String payload) {
        return new Envelope(attributes, payload.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, String> attributes(
            String sourceCase, String sequence, String type, String at) {
        return Map.of(
                "id",
                sourceCase + "/" + sequence,
                "type",
                "org.oneseal.exchange." + type,
                "source",
                "permits",
                "subject",
                sourceCase,
                "time",
                at,
                "sequence",
                sequence);
    }

    // ------------------------------------------------------------------------------------ in
    // memory

    private final class Ledger implements FeedLedger {
        @Override
        public Map<String, Held> lock(String source, Collection<String> sourceCases) {
            Map<String, Held> held = new HashMap<>();
            for (String c : sourceCases) {
                Progress p = pages.get(c);
                held.put(
                        c,
                        p == null
                                ? new Held(c, null, null, 1)
                                : new Held(c, p.caseId(), p.department(), p.next()));
            }
            return held;
        }

        @Override
        public List<Known> known(String source, Set<Key> keys) {
            Set<String> wanted = new HashSet<>();
            keys.forEach(k -> wanted.add(k.sourceCase()));
            return messages.values().stream()
                    .filter(
                            m ->
                                    keys.contains(new Key(m.sourceCase(), m.sequence()))
                                            || (m.waiting() && wanted.contains(m.sourceCase())))
                    .toList();
        }

        @Override
        public void write(String source, String path, List<Progress> progress, Instant now) {
            for (Progress p : progress) {
                p.added().forEach(m -> messages.put(new Key(m.sourceCase(), m.sequence()), m));
                for (long s : p.released()) {
                    messages.computeIfPresent(new Key(p.sourceCase(), s), (_, m) -> m.released());
                }
                p.removed().forEach(s -> messages.remove(new Key(p.sourceCase(), s)));
                duplicates += p.duplicates();
                Progress before = pages.get(p.sourceCase());
                if (p.caseId() != null || before == null || before.caseId() == null) {
                    pages.put(p.sourceCase(), p);
                }
            }
        }

        @Override
        public void reject(String source, String path, List<Rejected> some, Instant now) {
            rejected.addAll(some);
        }

        @Override
        public Set<String> queue(String source, List<Contradiction> some, Instant now) {
            Set<String> fresh = new HashSet<>();
            for (Contradiction c : some) {
                String key = c.sourceCase() + "/" + c.sequence() + "/" + c.hash();
                if (conflicts.putIfAbsent(key, c) == null) fresh.add(c.id());
            }
            return fresh;
        }
    }

    private final class Items implements ItemVersions {
        @Override
        public Optional<ItemVersion> latest(String itemCode, LocalDate day) {
            return items.stream()
                    .filter(i -> i.itemCode().equals(itemCode))
                    .filter(i -> !day.isBefore(i.effectiveFrom()))
                    .reduce((_, later) -> later);
        }

        @Override
        public Optional<ItemVersion> version(String itemCode, int version) {
            return items.stream().filter(i -> i.version() == version).findFirst();
        }

        @Override
        public void keep(ItemVersion item) {
            items.add(item);
        }

        @Override
        public void forgetAll() {
            items.clear();
        }
    }

    private final class Files implements Cases {
        @Override
        public Map<String, CaseOnFile> lockAll(Collection<String> ids) {
            Map<String, CaseOnFile> found = new HashMap<>();
            for (String id : ids) found.put(id, Objects.requireNonNull(cases.get(id)));
            return found;
        }

        @Override
        public void writeAll(List<Change> changes, Actor actor) {
            for (Change change : changes) {
                Outcome.Changed changed = change.changed();
                CaseOnFile before = change.before();
                told.addAll(changed.events());
                cases.put(
                        changed.after().header().id(),
                        new CaseOnFile(
                                changed.after(),
                                (before == null ? 0 : before.version()) + changed.events().size(),
                                "head",
                                changed.deadlines()));
            }
        }

        @Override
        public Optional<CaseOnFile> find(String id, Scope scope) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<CaseOnFile> lock(String id, Scope scope) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CaseOnFile add(Outcome.Changed born, @Nullable String form, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CaseOnFile save(CaseOnFile before, Outcome.Changed changed, Actor actor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> form(String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> timerDueUntil(Instant now, int limit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> silentUntil(Instant now, int limit) {
            throw new UnsupportedOperationException();
        }
    }
}
