package org.oneseal.supervision.persistence;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.retrospect.Retrospects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came of judged logs; every total is derived from the cases. */
@Component
class RetrospectViews {

    private final JdbcClient jdbc;
    private final Rows rows;

    RetrospectViews(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    List<Retrospects.Summary> summaries(
            Scope scope, @Nullable String id, String afterId, int limit) {
        Scope.Predicate within =
                scope instanceof Scope.WithinRegion || scope instanceof Scope.Everywhere
                        ? scope.sql("r")
                        : new Scope.Nothing().sql("r");
        return jdbc
                .sql(
                        """
                        SELECT to_jsonb(s)::text FROM (
                          SELECT r.id, r.name, r.region, r.state, r.failure, r.at, r.done_at,
                                 r.events, c.*
                            FROM retrospects r, LATERAL (
                              SELECT count(*) AS cases,
                                     count(*) FILTER (WHERE closed_at IS NULL) AS open,
                                     count(*) FILTER (WHERE late) AS late,
                                     count(*) FILTER (WHERE undated) AS undated,
                                     count(*) FILTER (WHERE blue) AS blue,
                                     count(*) FILTER (WHERE yellow) AS yellow,
                                     count(*) FILTER (WHERE red) AS red,
                                     count(*) FILTER (WHERE declared_due > derived_due)
                                       AS declared_later,
                                     count(*) FILTER (WHERE declared_due < derived_due)
                                       AS declared_earlier,
                                     count(*) FILTER (WHERE after_end) AS after_end,
                                     count(*) FILTER (WHERE end_before_start) AS end_before_start,
                                     coalesce(sum(late_reports), 0) AS late_reports
                                FROM retrospect_cases c WHERE c.retrospect = r.id) c
                           WHERE %s AND (:id::text IS NULL OR r.id = :id) AND r.id > :after
                           ORDER BY r.id LIMIT :limit) s
                        """
                                .formatted(within.sql()))
                .params(within.parameters())
                .param("id", id)
                .param("after", afterId)
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(text -> rows.parse(text, Retrospects.Summary.class))
                .toList();
    }

    List<Retrospects.Reporter> reporters(
            String id, long afterLate, String afterDepartment, int limit) {
        return jdbc
                .sql(
                        """
                        SELECT to_jsonb(s)::text FROM (
                          SELECT department, count(*) AS cases,
                                 count(*) FILTER (WHERE late) AS late,
                                 sum(events) AS events, sum(late_reports) AS late_reports,
                                 max(longest_lag_seconds) AS longest_lag_seconds
                            FROM retrospect_cases WHERE retrospect = :id
                           GROUP BY department) s
                         WHERE (-late_reports, coalesce(department, ''))
                               > (:afterLate, :afterDepartment)
                         ORDER BY -late_reports, coalesce(department, '') LIMIT :limit
                        """)
                .param("id", id)
                .param("afterLate", -afterLate)
                .param("afterDepartment", afterDepartment)
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(text -> rows.parse(text, Retrospects.Reporter.class))
                .toList();
    }

    List<Retrospects.JudgedCase> cases(String id, boolean lateOnly, String after, int limit) {
        return jdbc
                .sql(
                        """
                        SELECT to_jsonb(c)::text FROM retrospect_cases c
                         WHERE retrospect = :id AND case_id > :after AND (late OR NOT :lateOnly)
                         ORDER BY case_id LIMIT :limit
                        """)
                .param("id", id)
                .param("after", after)
                .param("lateOnly", lateOnly)
                .param("limit", limit)
                .query(String.class)
                .list()
                .stream()
                .map(text -> rows.parse(text, Retrospects.JudgedCase.class))
                .toList();
    }

    Optional<Retrospects.JudgedCase> one(String id, String caseId) {
        return jdbc.sql(
                        """
                        SELECT to_jsonb(c)::text FROM retrospect_cases c
                         WHERE retrospect = :id AND case_id = :case
                        """)
                .param("id", id)
                .param("case", caseId)
                .query(String.class)
                .optional()
                .map(text -> rows.parse(text, Retrospects.JudgedCase.class));
    }
}
