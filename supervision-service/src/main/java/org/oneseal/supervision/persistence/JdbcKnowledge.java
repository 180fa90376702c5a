package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.supervising.Almanac;
import org.oneseal.supervision.supervising.Knowledge;
import org.oneseal.supervision.supervising.WatchTerm;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.warning.Conditions;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.ItemNorm;
import org.oneseal.supervision.watching.LineSystem;
import org.oneseal.supervision.watching.Norms;
import org.oneseal.supervision.watching.WatchKind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Calendars and item limits as projected, terms and rules as configured. */
@Repository
class JdbcKnowledge implements Knowledge, Almanac {

    /**
     * Shared by who derives watches, alone for who publishes, each until its commit: either the
     * derivation reads what was published, or the publication finds the watch and marks it. It
     * comes before every row, or the two would wait for each other.
     */
    static final long LOCK = 0x4f53_5355_4e4f_524dL;

    private final JdbcTemplate jdbc;
    private final Json json;
    private final Conditions conditions;
    private final JdbcWatches watches;
    private final Forgetting forgetting;
    private final Map<RegionCode, Built> calendars = new ConcurrentHashMap<>();
    private final Map<ItemKey, ItemNorm> items = new ConcurrentHashMap<>();

    JdbcKnowledge(
            JdbcTemplate jdbc,
            Json json,
            Conditions conditions,
            JdbcWatches watches,
            Forgetting forgetting) {
        this.watches = watches;
        this.forgetting = forgetting;
        this.jdbc = jdbc;
        this.json = json;
        this.conditions = conditions;
    }

    /** A calendar and the publications it was built from. */
    private record Built(String stamp, WorkCalendar calendar) {}

    private record ItemKey(String code, int version) {}

    private record Publication(RegionCode region, int year, int version) {}

    @Override
    public void hold() {
        jdbc.query("SELECT pg_advisory_xact_lock_shared(?)", _ -> {}, LOCK);
    }

    @Override
    public Norms norms(Collection<CaseHead> cases) {
        hold();
        Set<RegionCode> regions = new HashSet<>();
        Set<ItemKey> keys = new HashSet<>();
        for (CaseHead head : cases) {
            regions.add(head.region());
            String code = head.itemCode();
            Integer version = head.itemVersion();
            if (code != null && version != null) keys.add(new ItemKey(code, version));
        }
        readItems(keys);
        return norms(regions, lineSystems(cases));
    }

    @Override
    public Norms norms(RegionCode region) {
        return norms(Set.of(region), List.of());
    }

    private Norms norms(Set<RegionCode> regions, List<LineSystem> lineSystems) {
        Map<RegionCode, WorkCalendar> governing = calendars(regions);
        List<WatchTerm> terms = terms();
        return new Norms() {
            @Override
            public Optional<WorkCalendar> calendar(RegionCode region) {
                return Optional.ofNullable(governing.get(region));
            }

            @Override
            public Optional<ItemNorm> item(String code, int version) {
                return Optional.ofNullable(items.get(new ItemKey(code, version)));
            }

            @Override
            public Optional<TimeLimit> term(
                    WatchKind kind, @Nullable String stage, RegionCode region, LocalDate day) {
                return WatchTerm.governing(terms, kind, stage, region, day).map(WatchTerm::limit);
            }

            @Override
            public boolean hasLineSystem(CaseHead head, Instant at) {
                return lineSystems.stream().anyMatch(system -> system.tellsOf(head, at));
            }
        };
    }

    /** Those that may tell of one of these cases: a registration holds until the next one. */
    private List<LineSystem> lineSystems(Collection<CaseHead> cases) {
        Set<String> departments = new TreeSet<>();
        Set<String> codes = new TreeSet<>();
        for (CaseHead head : cases) {
            String department = head.department();
            String code = head.itemCode();
            if (head.fed() || department == null || code == null) continue;
            departments.add(department);
            codes.add(code);
        }
        if (codes.isEmpty()) return List.of();
        return jdbc.query(
                """
                SELECT region, departments, items, since, until
                  FROM (SELECT *, lead(since) OVER (PARTITION BY code ORDER BY version) AS until
                          FROM sources) AS s
                 WHERE departments && ?::text[] AND items && ?::text[]
                """,
                (r, _) -> {
                    OffsetDateTime until = r.getObject(5, OffsetDateTime.class);
                    return new LineSystem(
                            new RegionCode(r.getString(1)),
                            Set.of((String[]) r.getArray(2).getArray()),
                            Set.of((String[]) r.getArray(3).getArray()),
                            r.getObject(4, OffsetDateTime.class).toInstant(),
                            until == null ? null : until.toInstant());
                },
                JdbcFiles.array(departments),
                JdbcFiles.array(codes));
    }

    /** The nearest publication of each year on the way up from each region. */
    private Map<RegionCode, WorkCalendar> calendars(Set<RegionCode> regions) {
        Set<String> path = new HashSet<>(Set.of(RegionCode.NATION.value()));
        for (RegionCode region : regions) {
            region.ancestors().forEach(a -> path.add(a.value()));
        }
        Map<RegionCode, Map<Integer, Publication>> published = new HashMap<>();
        jdbc.query(
                """
                SELECT region, year, max(version) FROM calendars WHERE region = ANY (?)
                 GROUP BY region, year
                """,
                r -> {
                    RegionCode region = new RegionCode(r.getString(1));
                    published
                            .computeIfAbsent(region, _ -> new TreeMap<>())
                            .put(r.getInt(2), new Publication(region, r.getInt(2), r.getInt(3)));
                },
                (Object) JdbcFiles.array(path));
        Map<RegionCode, WorkCalendar> governing = new HashMap<>();
        for (RegionCode region : regions) {
            Map<Integer, Publication> years = new TreeMap<>();
            years.putAll(published.getOrDefault(RegionCode.NATION, Map.of()));
            RegionCode nearest = RegionCode.NATION;
            for (RegionCode at : region.ancestors()) {
                Map<Integer, Publication> own = published.getOrDefault(at, Map.of());
                if (!own.isEmpty()) nearest = at;
                years.putAll(own);
            }
            if (!years.isEmpty()) governing.put(region, built(nearest, years.values()));
        }
        return governing;
    }

    private WorkCalendar built(RegionCode region, Collection<Publication> publications) {
        String stamp = publications.toString();
        Built known = calendars.get(region);
        if (known != null && known.stamp().equals(stamp)) return known.calendar();
        List<CalendarYear> years = new ArrayList<>();
        for (Publication p : publications) {
            years.add(
                    jdbc.query(
                                    """
                                    SELECT body FROM calendars
                                     WHERE region = ? AND year = ? AND version = ?
                                    """,
                                    (r, _) ->
                                            json.read(r.getString(1), PublishedYear.class)
                                                    .calendarYear(),
                                    p.region().value(),
                                    p.year(),
                                    p.version())
                            .getFirst());
        }
        WorkCalendar calendar = WorkCalendar.of(region, years);
        calendars.put(region, new Built(stamp, calendar));
        return calendar;
    }

    private void readItems(Set<ItemKey> keys) {
        List<ItemKey> unknown = keys.stream().filter(k -> !items.containsKey(k)).toList();
        if (unknown.isEmpty()) return;
        jdbc.query(
                """
                SELECT body FROM items
                 WHERE (code, version) IN (SELECT * FROM unnest(?::text[], ?::int[]))
                """,
                r -> {
                    ItemNorm norm = json.read(r.getString(1), ItemNorm.class);
                    items.put(new ItemKey(norm.code(), norm.version()), norm);
                },
                unknown.stream().map(ItemKey::code).toArray(String[]::new),
                unknown.stream().map(ItemKey::version).toArray(Integer[]::new));
    }

    @Override
    public List<WatchTerm> terms() {
        return JdbcTermBook.read(jdbc);
    }

    @Override
    public CardRules rules() {
        return new CardRules(JdbcRuleBook.read(jdbc, json, "true"), conditions);
    }

    @Override
    public void publish(RegionCode region, int year, int version, Object body) {
        jdbc.query("SELECT pg_advisory_xact_lock(?)", _ -> {}, LOCK);
        jdbc.update(
                """
                INSERT INTO calendars (region, year, version, body) VALUES (?, ?, ?, ?::jsonb)
                ON CONFLICT (region, year, version) DO UPDATE SET body = excluded.body
                """,
                region.value(),
                year,
                version,
                json.write(body));
        String column =
                switch (region.level()) {
                    case NATION -> "true";
                    case PROVINCE -> "w.province = ?";
                    case CITY -> "w.city = ?";
                    case COUNTY -> "w.county = ?";
                    case TOWN -> "w.town = ?";
                    case VILLAGE -> "w.village = ?";
                };
        Object[] arguments =
                region.equals(RegionCode.NATION) ? new Object[0] : new Object[] {region.prefix()};
        for (String which :
                List.of(
                        "w.state <> 'CLOSED'",
                        "w.state = 'CLOSED' AND w.calendar_version IS NULL")) {
            watches.stale("NOT w.instants_only AND " + column + " AND " + which, arguments);
        }
    }

    @Override
    public void publish(ItemNorm item) {
        jdbc.query("SELECT pg_advisory_xact_lock(?)", _ -> {}, LOCK);
        jdbc.update(
                """
                INSERT INTO items (code, version, body) VALUES (?, ?, ?::jsonb)
                ON CONFLICT (code, version) DO UPDATE SET body = excluded.body
                """,
                item.code(),
                item.version(),
                json.write(item));
        items.remove(new ItemKey(item.code(), item.version()));
        watches.stale(
                "w.item_code = ? AND w.item_version = ? AND NOT w.item_known",
                item.code(),
                item.version());
    }

    @Override
    public void forgetCalendars() {
        jdbc.update("DELETE FROM calendars");
        calendars.clear();
    }

    @Override
    public void forgetItems() {
        jdbc.update("DELETE FROM items");
        items.clear();
    }

    @Override
    public void forgetCases() {
        forgetting.cases();
    }

    @Override
    public void forget(WatchKind kind) {
        forgetting.matters(kind);
    }
}
