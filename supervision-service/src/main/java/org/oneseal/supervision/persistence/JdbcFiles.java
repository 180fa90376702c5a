package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.measuring.Cell;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.supervising.Filed;
import org.oneseal.supervision.supervising.Files;
import org.oneseal.supervision.supervising.Kept;
import org.oneseal.supervision.warning.Colour;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcFiles implements Files {

    private static final String ADD =
            Stream.of(Counter.values())
                    .map(Counter::column)
                    .map(c -> c + " = indicators." + c + " + excluded." + c)
                    .collect(
                            Collectors.joining(
                                    ", ",
                                    " ON CONFLICT (day, region, department, item_code, channel)"
                                            + " DO UPDATE SET ",
                                    ""));

    private static final String CELLS =
            "day, region, department, item_code, channel, "
                    + Stream.of(Counter.values())
                            .map(Counter::column)
                            .collect(Collectors.joining(", "));

    /** The rollups follow from these a moment later. */
    private static final String DIFFERENCES =
            "INSERT INTO indicator_differences ("
                    + CELLS
                    + ") SELECT "
                    + CELLS
                    + " FROM jsonb_populate_recordset(null::indicators, ?::jsonb)";

    private final JdbcTemplate jdbc;
    private final Rows rows;
    private final JdbcWatches watches;
    private final JsonMapper mapper;

    JdbcFiles(JdbcTemplate jdbc, Rows rows, JdbcWatches watches, Json json) {
        this.watches = watches;
        this.jdbc = jdbc;
        this.rows = rows;
        this.mapper = json.mapper();
    }

    @Override
    public Map<String, Filed> dossiers(Collection<String> caseIds) {
        Map<String, Filed> found = new LinkedHashMap<>();
        for (DossierRow row :
                rows.select(
                        DossierRow.class,
                        "dossiers WHERE case_id = ANY (?) ORDER BY case_id FOR UPDATE",
                        (Object) array(caseIds))) {
            found.put(row.caseId(), row.filed(rows, mapper));
        }
        return found;
    }

    @Override
    public Map<String, List<Kept>> watches(Collection<String> caseIds) {
        return watches.ofCases(caseIds);
    }

    @Override
    public void save(Collection<Filed> dossiers, Collection<Kept> kept) {
        write(dossiers.stream().map(f -> DossierRow.of(f, rows, mapper)).toList());
        watches.save(kept);
    }

    /** By columns: a text that is JSON already is not spelled as JSON once more. */
    private void write(List<DossierRow> dossiers) {
        if (dossiers.isEmpty()) return;
        jdbc.update(
                """
                INSERT INTO dossiers (case_id, kind, sequence, known_at, head, facts, tally)
                SELECT case_id, kind, sequence, known_at, head::json, facts::json, tally::json
                  FROM unnest(?::text[], ?::text[], ?::bigint[], ?::timestamptz[], ?::text[],
                              ?::text[], ?::text[])
                       AS d(case_id, kind, sequence, known_at, head, facts, tally)
                ON CONFLICT (case_id) DO UPDATE
                   SET kind = excluded.kind, sequence = excluded.sequence,
                       known_at = excluded.known_at, head = excluded.head,
                       facts = excluded.facts, tally = excluded.tally
                """,
                column(dossiers, DossierRow::caseId),
                column(dossiers, row -> row.kind().name()),
                dossiers.stream().map(DossierRow::sequence).toArray(Long[]::new),
                column(dossiers, row -> row.knownAt().toString()),
                column(dossiers, DossierRow::head),
                column(dossiers, DossierRow::facts),
                column(dossiers, DossierRow::tally));
    }

    private static String[] column(List<DossierRow> rows, Function<DossierRow, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    @Override
    public void remove(Collection<String> watchIds) {
        watches.remove(watchIds);
    }

    @Override
    public List<Kept> crossing(Colour colour, Instant now, @Nullable Mark after, int limit) {
        return watches.crossing(colour, now, after, limit);
    }

    @Override
    public void saveDrawn(Collection<Kept> drawn) {
        watches.saveDrawn(drawn);
    }

    @Override
    public List<String> staleCases(int limit) {
        return watches.staleCases(limit);
    }

    @Override
    public List<String> uncounted(int limit) {
        List<String> cases =
                jdbc.queryForList(
                        """
                        SELECT case_id FROM dossiers
                         WHERE case_id IN (SELECT case_id FROM uncounted ORDER BY case_id LIMIT ?)
                         ORDER BY case_id FOR UPDATE SKIP LOCKED
                        """,
                        String.class,
                        limit);
        jdbc.update("DELETE FROM uncounted WHERE case_id = ANY (?)", (Object) array(cases));
        return cases;
    }

    @Override
    public void hear(Collection<String> feeds, Instant now) {
        jdbc.update(
                """
                INSERT INTO feeds (name, heard_at) SELECT unnest(?::text[]), ?
                ON CONFLICT (name) DO UPDATE SET heard_at = excluded.heard_at
                """,
                array(new TreeSet<>(feeds)),
                at(now));
    }

    @Override
    public int release(Instant silentSince) {
        return watches.release(silentSince);
    }

    @Override
    public void add(Tally difference) {
        List<Map<String, Object>> differences = new ArrayList<>();
        difference.cells().forEach((cell, sums) -> differences.add(row(cell, sums)));
        if (differences.isEmpty()) return;
        rows.update(
                "INSERT INTO indicators SELECT * FROM"
                        + " jsonb_populate_recordset(null::indicators, ?::jsonb)"
                        + ADD,
                differences);
        rows.update(DIFFERENCES, differences);
    }

    private static Map<String, Object> row(Cell cell, Map<Counter, Long> sums) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("day", cell.day().toString());
        row.put("region", cell.region());
        row.put("department", cell.department());
        row.put("item_code", cell.itemCode());
        row.put("channel", cell.channel());
        Places places = Places.of(new RegionCode(cell.region()));
        if (places.province() != null) row.put("province", places.province());
        if (places.city() != null) row.put("city", places.city());
        if (places.county() != null) row.put("county", places.county());
        if (places.town() != null) row.put("town", places.town());
        if (places.village() != null) row.put("village", places.village());
        for (Counter counter : Counter.values()) {
            row.put(counter.column(), sums.getOrDefault(counter, 0L));
        }
        return row;
    }

    static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
