package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.exchange.FeedFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFeedFigures implements FeedFigures {

    private final JdbcClient jdbc;

    JdbcFeedFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Figures figures(String source, Instant waitingSince) {
        Map<String, Long> accepted = new TreeMap<>();
        long[] waiting = new long[2];
        jdbc.sql(
                        """
                        SELECT type, count(*) FILTER (WHERE NOT waiting) AS taken,
                               count(*) FILTER (WHERE waiting) AS waiting,
                               count(*) FILTER (WHERE waiting AND recorded_at < :since) AS overdue
                          FROM exchange_message WHERE source = :source GROUP BY type
                        """)
                .param("source", source)
                .param("since", at(waitingSince))
                .query(
                        r -> {
                            accepted.put(r.getString("type"), r.getLong("taken"));
                            waiting[0] += r.getLong("waiting");
                            waiting[1] += r.getLong("overdue");
                        });
        Lag lag =
                jdbc.sql(
                                """
                                SELECT count(*) AS n, coalesce(sum(lag), 0)::bigint AS total,
                                       percentile_disc(0.5) WITHIN GROUP (ORDER BY lag) AS median,
                                       percentile_disc(0.95) WITHIN GROUP (ORDER BY lag) AS p95,
                                       max(lag) AS longest
                                  FROM (SELECT floor(extract(epoch FROM recorded_at - occurred_at))
                                                   ::bigint AS lag
                                          FROM exchange_message
                                         WHERE source = ? AND NOT waiting) AS lags
                                """)
                        .param(source)
                        .query(
                                (r, _) ->
                                        new Lag(
                                                r.getLong("n"),
                                                r.getLong("total"),
                                                r.getLong("median"),
                                                r.getLong("p95"),
                                                r.getLong("longest")))
                        .single();
        return jdbc.sql(
                        """
                        SELECT count(case_id) AS cases,
                               count(*) FILTER (WHERE ended_at IS NOT NULL) AS finished,
                               count(*) FILTER (WHERE case_id IS NOT NULL AND ended_at IS NULL) AS open,
                               coalesce(sum(duplicates), 0)::bigint AS duplicates,
                               count(*) FILTER (WHERE after_end) AS after_end,
                               count(*) FILTER (WHERE end_before_start) AS end_before_start,
                               (SELECT count(*) FROM exchange_conflict WHERE source = :source)
                                   AS conflicts,
                               (SELECT count(*) FROM exchange_conflict
                                 WHERE source = :source AND ruling IS NULL) AS conflicts_open,
                               (SELECT count(*) FROM exchange_rejection
                                 WHERE source = :source AND state = 'OPEN') AS rejected
                          FROM exchange_case WHERE source = :source
                        """)
                .param("source", source)
                .query(
                        (r, _) ->
                                new Figures(
                                        r.getLong("cases"),
                                        r.getLong("finished"),
                                        r.getLong("open"),
                                        accepted,
                                        r.getLong("duplicates"),
                                        r.getLong("conflicts"),
                                        r.getLong("conflicts_open"),
                                        waiting[0],
                                        waiting[1],
                                        r.getLong("rejected"),
                                        r.getLong("after_end"),
                                        r.getLong("end_before_start"),
                                        lag.count() == 0 ? null : lag))
                .single();
    }

    /** Only what the other side can compute too goes into the checksum. */
    @Override
    public List<DayFigures> days(String source, @Nullable LocalDate after, int limit) {
        return jdbc.sql(
                        """
                        SELECT day, count(*) AS messages,
                               encode(sha256(convert_to(string_agg(line, E'\\n'
                                          ORDER BY source_case COLLATE "C", sequence), 'UTF8')),
                                      'hex') AS checksum
                          FROM (SELECT (occurred_at AT TIME ZONE 'Asia/Shanghai')::date AS day,
                                       source_case, sequence,
                                       source_case || '/' || sequence || '/' || type || '/'
                                           || floor(extract(epoch FROM occurred_at) * 1000)::bigint
                                           AS line
                                  FROM exchange_message
                                 WHERE source = ? AND NOT waiting) AS lines
                         WHERE day > ? GROUP BY day ORDER BY day LIMIT ?
                        """)
                .params(List.of(source, after == null ? LocalDate.EPOCH : after, limit))
                .query(
                        (r, _) ->
                                new DayFigures(
                                        r.getObject("day", LocalDate.class),
                                        r.getLong("messages"),
                                        r.getString("checksum")))
                .list();
    }
}
