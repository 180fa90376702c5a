package org.oneseal.supervision.persistence;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.measuring.Contributions;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.FigureBook.Question;
import org.oneseal.supervision.supervising.Filed;
import org.oneseal.supervision.watching.CaseHead;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Contributions from the tallies that dossiers keep: the very ones that sums are made of. */
@Repository
class JdbcContributions implements Contributions {

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Json json;

    JdbcContributions(JdbcClient jdbc, Rows rows, Json json) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.json = json;
    }

    @Override
    public List<Contribution> of(Question question, String afterCase, int limit) {
        Scope.Predicate within = question.scope().sql("w");
        Map<String, Object> parameters = new LinkedHashMap<>(within.parameters());
        StringBuilder watched = new StringBuilder(within.sql());
        if (!question.region().equals(RegionCode.NATION)) {
            filter(watched, parameters, "w.region LIKE :places", "places", places(question));
        }
        filter(
                watched,
                parameters,
                "w.department = :department",
                "department",
                question.department());
        filter(watched, parameters, "w.item_code = :item", "item", question.item());
        filter(watched, parameters, "w.channel = :channel", "channel", question.channel());
        return jdbc
                .sql(
                        """
                        SELECT %s FROM dossiers d
                         WHERE d.kind = 'CASE' AND d.case_id > :after
                           AND d.case_id IN (SELECT w.case_id FROM watches w WHERE %s)
                           AND EXISTS (SELECT FROM json_array_elements(d.tally::json) t
                                        WHERE t -> 'cell' ->> 'day' BETWEEN :from AND :to)
                         ORDER BY d.case_id LIMIT :limit
                        """
                                .formatted(DossierRow.COLUMNS, watched))
                .params(parameters)
                .param("after", afterCase)
                .param("from", question.from().toString())
                .param("to", question.to().toString())
                .param("limit", limit)
                .query(rows.reader(DossierRow.class))
                .list()
                .stream()
                .map(row -> contribution(row.filed(rows, json.mapper()), question))
                .toList();
    }

    private static String places(Question question) {
        return question.region().prefix() + "%";
    }

    private static void filter(
            StringBuilder sql,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable String value) {
        if (value == null) return;
        sql.append(" AND ").append(condition);
        parameters.put(name, value);
    }

    private static Contribution contribution(Filed filed, Question question) {
        CaseHead head = filed.dossier().head();
        Map<Counter, Long> sums = new EnumMap<>(Counter.class);
        filed.tally()
                .cells()
                .forEach(
                        (cell, counted) -> {
                            if (cell.day().isBefore(question.from())) return;
                            if (cell.day().isAfter(question.to())) return;
                            counted.forEach(
                                    (counter, sum) -> {
                                        if (question.counters().contains(counter)) {
                                            sums.merge(counter, sum, Long::sum);
                                        }
                                    });
                        });
        return new Contribution(
                head.caseId(),
                head.caseNumber(),
                head.itemCode(),
                head.itemName(),
                head.department(),
                head.channel(),
                sums);
    }
}
