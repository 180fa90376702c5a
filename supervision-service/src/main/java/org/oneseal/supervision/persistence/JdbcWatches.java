package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.supervising.Files;
import org.oneseal.supervision.supervising.Kept;
import org.oneseal.supervision.warning.Colour;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Watches as they were derived, and beside each, in a narrow row, how far it has come. Whoever
 * derives watches has locked their dossier; whoever judges them locks the narrow row.
 */
@Component
class JdbcWatches {

    private final JdbcTemplate jdbc;
    private final Rows rows;

    JdbcWatches(JdbcTemplate jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    Map<String, List<Kept>> ofCases(Collection<String> caseIds) {
        List<WatchRow> watches =
                rows.select(
                        WatchRow.class,
                        "watches WHERE case_id = ANY (?) ORDER BY id",
                        (Object) JdbcFiles.array(caseIds));
        Map<String, ProgressRow> progress = new HashMap<>();
        rows.select(
                        ProgressRow.class,
                        "watch_progress WHERE id = ANY (?) ORDER BY id FOR UPDATE",
                        (Object) JdbcFiles.array(watches.stream().map(WatchRow::id).toList()))
                .forEach(row -> progress.put(row.id(), row));
        Map<String, List<Kept>> found = new LinkedHashMap<>();
        for (WatchRow row : watches) {
            found.computeIfAbsent(row.caseId(), _ -> new ArrayList<>())
                    .add(row.kept(Objects.requireNonNull(progress.get(row.id()))));
        }
        return found;
    }

    List<Kept> crossing(Colour colour, Instant now, Files.@Nullable Mark after, int limit) {
        List<ProgressRow> crossing =
                rows.select(
                        ProgressRow.class,
                        """
                        watch_progress
                         WHERE next_colour = ? AND next_crossing_at <= ?
                           AND (next_crossing_at, id) > (?, ?)
                           AND next_crossing_at IS NOT NULL AND held_for IS NULL AND NOT stale
                         ORDER BY next_crossing_at, id LIMIT ? FOR UPDATE SKIP LOCKED
                        """,
                        colour.name(),
                        JdbcFiles.at(now),
                        JdbcFiles.at(after == null ? Instant.EPOCH : after.at()),
                        after == null ? "" : after.watchId(),
                        limit);
        if (crossing.isEmpty()) return List.of();
        Map<String, WatchRow> watches = new HashMap<>();
        rows.select(
                        WatchRow.class,
                        "watches WHERE id = ANY (?)",
                        (Object) JdbcFiles.array(crossing.stream().map(ProgressRow::id).toList()))
                .forEach(row -> watches.put(row.id(), row));
        return crossing.stream()
                .map(row -> Objects.requireNonNull(watches.get(row.id())).kept(row))
                .toList();
    }

    /** Overwrites those that exist; nobody waits for them, for their dossiers are locked. */
    void save(Collection<Kept> watches) {
        remove(watches.stream().map(k -> k.watch().id()).toList());
        rows.copy("watches", WatchRow.COLUMNS, watches.stream().map(WatchRow::of).toList());
        rows.copy(
                "watch_progress",
                ProgressRow.COLUMNS,
                watches.stream().map(ProgressRow::of).toList());
    }

    void remove(Collection<String> ids) {
        if (ids.isEmpty()) return;
        String[] gone = JdbcFiles.array(ids);
        jdbc.update("DELETE FROM watches WHERE id = ANY (?)", (Object) gone);
        jdbc.update("DELETE FROM watch_progress WHERE id = ANY (?)", (Object) gone);
    }

    void saveDrawn(Collection<Kept> watches) {
        rows.update(
                """
                UPDATE watch_progress w
                   SET standing = d.standing, next_colour = d.next_colour,
                       next_crossing_at = d.next_crossing_at
                  FROM json_to_recordset(?::json)
                       AS d(id text, standing text, next_colour text, next_crossing_at timestamptz)
                 WHERE w.id = d.id
                """,
                watches.stream().map(ProgressRow::of).toList());
    }

    /** The dossier is locked before its watches, as everywhere: no two wait for each other. */
    List<String> staleCases(int limit) {
        return jdbc.queryForList(
                """
                SELECT case_id FROM dossiers
                 WHERE case_id IN (SELECT case_id FROM watch_progress WHERE stale
                                    ORDER BY case_id LIMIT ?)
                 ORDER BY case_id FOR UPDATE SKIP LOCKED
                """,
                String.class,
                limit);
    }

    int release(Instant silentSince) {
        return jdbc.update(
                """
                UPDATE watch_progress SET held_for = NULL
                 WHERE held_for IN (SELECT name FROM feeds WHERE heard_at < ?)
                """,
                JdbcFiles.at(silentSince));
    }

    /** Marks watches to be derived again; the condition speaks of {@code watches w}. */
    void stale(String condition, Object... arguments) {
        jdbc.update(
                """
                UPDATE watch_progress p SET stale = true
                  FROM watches w WHERE w.id = p.id AND NOT p.stale AND\s"""
                        + condition,
                arguments);
    }

    /** Takes away all whose condition, which speaks of {@code watches w}, holds. */
    void forget(String condition, Object... arguments) {
        jdbc.update(
                "DELETE FROM watch_progress p USING watches w WHERE w.id = p.id AND " + condition,
                arguments);
        jdbc.update("DELETE FROM watches w WHERE " + condition, arguments);
    }
}
