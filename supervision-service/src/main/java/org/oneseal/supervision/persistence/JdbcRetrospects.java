package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.retrospect.LogMapping;
import org.oneseal.supervision.retrospect.RawEvent;
import org.oneseal.supervision.retrospect.Retrospects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Logs in bulk: events come and go in columns, cases are read in order without being held. */
@Repository
class JdbcRetrospects implements Retrospects {

    private static final int AT_ONCE = 5000;

    private final JdbcTemplate jdbc;
    private final JdbcTemplate streaming;
    private final RetrospectViews views;
    private final Rows rows;
    private final Json json;

    JdbcRetrospects(
            JdbcTemplate jdbc, DataSource dataSource, RetrospectViews views, Rows rows, Json json) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(AT_ONCE);
        this.views = views;
        this.rows = rows;
        this.json = json;
    }

    @Override
    public void add(Begun begun, Function<Consumer<RawEvent>, Long> feeding) {
        Places places = Places.of(begun.region());
        jdbc.update(
                """
                INSERT INTO retrospects (id, name, region, province, city, county, town, village,
                                         mapping, state, taken_by, at, events)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, 'WAITING', ?, ?, 0)
                """,
                begun.id(),
                begun.name(),
                begun.region().value(),
                places.province(),
                places.city(),
                places.county(),
                places.town(),
                places.village(),
                json.write(begun.mapping()),
                begun.by(),
                JdbcFiles.at(begun.at()));
        Staging staging = new Staging(begun.id());
        long events = feeding.apply(staging);
        staging.flush();
        jdbc.update("UPDATE retrospects SET events = ? WHERE id = ?", events, begun.id());
    }

    /** Gathers events and writes them by columns. */
    private final class Staging implements Consumer<RawEvent> {
        private final String id;
        private final List<RawEvent> waiting = new ArrayList<>(AT_ONCE);
        private long position;

        Staging(String id) {
            this.id = id;
        }

        @Override
        public void accept(RawEvent event) {
            waiting.add(event);
            if (waiting.size() == AT_ONCE) flush();
        }

        void flush() {
            if (waiting.isEmpty()) return;
            jdbc.update(
                    """
                    INSERT INTO retrospect_events
                           (retrospect, position, case_id, activity, at, recorded, department,
                            item, due)
                    SELECT ?, ? + e.number, e.case_id, e.activity, e.at, e.recorded, e.department,
                           e.item, e.due
                      FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[],
                                  ?::text[], ?::text[], ?::timestamptz[])
                           WITH ORDINALITY
                           AS e(case_id, activity, at, recorded, department, item, due, number)
                    """,
                    id,
                    position,
                    column(RawEvent::caseId),
                    column(RawEvent::activity),
                    column(e -> e.at().toString()),
                    column(e -> e.recorded().toString()),
                    column(RawEvent::department),
                    column(RawEvent::item),
                    column(e -> e.due() == null ? null : e.due().toString()));
            position += waiting.size();
            waiting.clear();
        }

        private @Nullable String[] column(Function<RawEvent, @Nullable String> value) {
            @Nullable String[] column = new String[waiting.size()];
            for (int i = 0; i < column.length; i++) column[i] = value.apply(waiting.get(i));
            return column;
        }
    }

    @Override
    public Optional<Begun> waiting() {
        return jdbc
                .query(
                        """
                        SELECT id, name, region, mapping, taken_by, at FROM retrospects
                         WHERE state = 'WAITING' ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
                        """,
                        (r, _) ->
                                new Begun(
                                        r.getString(1),
                                        r.getString(2),
                                        new RegionCode(r.getString(3)),
                                        json.read(r.getString(4), LogMapping.class),
                                        r.getString(5),
                                        r.getObject(6, OffsetDateTime.class).toInstant()))
                .stream()
                .findFirst();
    }

    @Override
    public void cases(String id, Consumer<List<RawEvent>> each) {
        List<RawEvent> one = new ArrayList<>();
        streaming.query(
                """
                SELECT case_id, activity, at, recorded, department, item, due
                  FROM retrospect_events WHERE retrospect = ?
                 ORDER BY case_id COLLATE "C", at, position
                """,
                r -> {
                    String caseId = r.getString(1);
                    if (!one.isEmpty() && !one.getFirst().caseId().equals(caseId)) {
                        each.accept(List.copyOf(one));
                        one.clear();
                    }
                    OffsetDateTime due = r.getObject(7, OffsetDateTime.class);
                    one.add(
                            new RawEvent(
                                    caseId,
                                    r.getString(2),
                                    r.getObject(3, OffsetDateTime.class).toInstant(),
                                    r.getObject(4, OffsetDateTime.class).toInstant(),
                                    r.getString(5),
                                    r.getString(6),
                                    due == null ? null : due.toInstant()));
                },
                id);
        if (!one.isEmpty()) each.accept(List.copyOf(one));
    }

    /** A case as a row, with the log it is of. */
    private record CaseRow(String retrospect, JudgedCase judged) {}

    @Override
    public void judged(String id, List<JudgedCase> cases) {
        if (cases.isEmpty()) return;
        rows.update(
                """
                INSERT INTO retrospect_cases
                SELECT c.* FROM jsonb_array_elements(?::jsonb) AS one,
                       jsonb_populate_record(null::retrospect_cases,
                           (one -> 'judged') || jsonb_build_object('retrospect', one -> 'retrospect'))
                       AS c
                """,
                cases.stream().map(c -> new CaseRow(id, c)).toList());
    }

    @Override
    public void done(String id, Instant now) {
        jdbc.update(
                "UPDATE retrospects SET state = 'DONE', done_at = ? WHERE id = ?",
                JdbcFiles.at(now),
                id);
        jdbc.update("DELETE FROM retrospect_events WHERE retrospect = ?", id);
    }

    @Override
    public void failed(String id, String reason, Instant now) {
        jdbc.update(
                "UPDATE retrospects SET state = 'FAILED', failure = ?, done_at = ? WHERE id = ?",
                reason,
                JdbcFiles.at(now),
                id);
    }

    @Override
    public Optional<Summary> summary(String id, Scope scope) {
        return views.summaries(scope, id, "", 1).stream().findFirst();
    }

    @Override
    public List<Summary> list(Scope scope, String afterId, int limit) {
        return views.summaries(scope, null, afterId, limit);
    }

    @Override
    public List<Reporter> reporters(String id, long afterLate, String afterDepartment, int limit) {
        return views.reporters(id, afterLate, afterDepartment, limit);
    }

    @Override
    public List<JudgedCase> judgedCases(String id, boolean lateOnly, String afterCase, int limit) {
        return views.cases(id, lateOnly, afterCase, limit);
    }

    @Override
    public Optional<JudgedCase> judgedCase(String id, String caseId) {
        return views.one(id, caseId);
    }
}
