package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;
import static org.oneseal.cases.persistence.Columns.instant;
import static org.oneseal.cases.persistence.Columns.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.CaseState;
import org.oneseal.cases.handling.Worklist;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A page costs what it shows: each order has its index at each width of scope. */
@Repository
class JdbcWorklist implements Worklist {

    private static final String COLUMNS =
            """
            id, case_number, item_code, item_name, state, open, origin, department, party_mask,
            received_at, due, legal_due, promised_due, deliver_due, step_due, holder, provisional,
            version, coalesce(answer_due, least(legal_due, promised_due, declared_due)) AS case_due,
            coalesce(village, town, county, city, province) AS region_prefix
            """;

    private final JdbcClient jdbc;

    JdbcWorklist(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The limit stands in the text: without it the planner can't know that a page is wanted. */
    @Override
    public List<Row> rows(Wanted wanted, Scope scope, List<String> after, int limit, Instant now) {
        var within = scope.sql("");
        List<String> conditions = new ArrayList<>(List.of(within.sql()));
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        if (wanted.overdue()) {
            conditions.add("due < :now");
            if (!wanted.withSteps()) {
                conditions.add(
                        "coalesce(answer_due, least(legal_due, promised_due, declared_due)) < :now");
            }
            parameters.put("now", Objects.requireNonNull(at(now)));
        }
        narrow(
                "state",
                wanted.state() == null ? null : wanted.state().name(),
                conditions,
                parameters);
        narrow("promise_state", wanted.promise(), conditions, parameters);
        narrow("item_code", wanted.itemCode(), conditions, parameters);
        narrow("department", wanted.department(), conditions, parameters);
        narrow("case_number", wanted.caseNumber(), conditions, parameters);
        RegionCode region = wanted.region();
        if (region != null && !region.equals(RegionCode.NATION)) {
            narrow(Columns.column(region.level()), region.prefix(), conditions, parameters);
        }
        String key =
                switch (wanted.order()) {
                    case DUE -> "due";
                    case RECEIVED -> "received_at";
                    case NUMBER -> "case_number";
                };
        String direction = wanted.descending() ? "DESC" : "ASC";
        if (!after.isEmpty()) {
            conditions.add(
                    "(%s, id) %s (:afterKey, :afterId)"
                            .formatted(key, wanted.descending() ? "<" : ">"));
            parameters.put(
                    "afterKey",
                    wanted.order() == Order.NUMBER
                            ? after.getFirst()
                            : Objects.requireNonNull(at(Instant.parse(after.getFirst()))));
            parameters.put("afterId", after.getLast());
        }
        return page(halves(wanted), conditions, parameters, key, direction, limit, now);
    }

    /** Each order has an index of what is open and one of what is closed. */
    private static List<String> halves(Wanted wanted) {
        boolean open = wanted.open() || wanted.overdue();
        CaseState state = wanted.state();
        if (open) return List.of("open");
        if (state != null) return List.of(state.open() ? "open" : "NOT open");
        return List.of("open", "NOT open");
    }

    @Override
    public List<Row> desk(Desk desk, Scope scope, List<String> after, int limit, Instant now) {
        var within = scope.sql("");
        List<String> conditions = new ArrayList<>(List.of(within.sql()));
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        String pile =
                switch (desk.pile()) {
                    case HELD -> "open AND holder = :holder";
                    case ALL -> "open";
                    case POOL -> "open AND holder IS NULL";
                    case TO_DELIVER -> "deliver_due IS NOT NULL";
                };
        if (desk.pile() == Pile.HELD) {
            parameters.put("holder", Objects.requireNonNull(desk.holder()));
        }
        String key = desk.pile() == Pile.TO_DELIVER ? "deliver_due" : "due";
        bound(key, ">=", "dueFrom", desk.dueFrom(), conditions, parameters);
        bound(key, "<", "dueBefore", desk.dueBefore(), conditions, parameters);
        if (!after.isEmpty()) {
            conditions.add("(" + key + ", id) > (:afterKey, :afterId)");
            parameters.put("afterKey", Objects.requireNonNull(at(Instant.parse(after.getFirst()))));
            parameters.put("afterId", after.getLast());
        }
        return page(List.of(pile), conditions, parameters, key, "ASC", limit, now);
    }

    private static void bound(
            String column,
            String sign,
            String name,
            @Nullable Instant value,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (value == null) return;
        conditions.add(column + " " + sign + " :" + name);
        parameters.put(name, Objects.requireNonNull(at(value)));
    }

    /** The heads of the halves, and of these the head. */
    private List<Row> page(
            List<String> halves,
            List<String> conditions,
            Map<String, Object> parameters,
            String key,
            String direction,
            int limit,
            Instant now) {
        String order =
                " ORDER BY %s %s, id %s LIMIT %d".formatted(key, direction, direction, limit);
        String heads =
                halves.stream()
                        .map(
                                half ->
                                        "(SELECT %s FROM cases WHERE %s AND %s%s)"
                                                .formatted(
                                                        COLUMNS,
                                                        half,
                                                        String.join(" AND ", conditions),
                                                        order))
                        .collect(Collectors.joining(" UNION ALL "));
        return jdbc.sql("SELECT * FROM (" + heads + ") AS heads" + order)
                .params(parameters)
                .query((r, _) -> row(r, now))
                .list();
    }

    private static void narrow(
            String column,
            @Nullable String value,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (value == null) return;
        conditions.add(column + " = :w_" + column);
        parameters.put("w_" + column, value);
    }

    private static Row row(ResultSet r, Instant now) throws SQLException {
        Instant due = instant(r, "due");
        boolean open = r.getBoolean("open");
        String prefix = r.getString("region_prefix");
        return new Row(
                r.getString("id"),
                r.getString("case_number"),
                r.getString("item_code"),
                r.getString("item_name"),
                CaseState.valueOf(r.getString("state")),
                r.getString("origin"),
                prefix + "0".repeat(12 - prefix.length()),
                r.getString("department"),
                r.getString("party_mask"),
                instant(r, "received_at"),
                due.equals(NEVER) ? null : due,
                instantOrNull(r, "legal_due"),
                instantOrNull(r, "promised_due"),
                instantOrNull(r, "deliver_due"),
                instantOrNull(r, "case_due"),
                instantOrNull(r, "step_due"),
                r.getString("holder"),
                r.getBoolean("provisional"),
                open && due.isBefore(now),
                r.getLong("version"));
    }
}
