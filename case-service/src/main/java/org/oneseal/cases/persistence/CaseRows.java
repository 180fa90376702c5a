package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;
import static org.oneseal.cases.persistence.Columns.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.assignment.Holding;
import org.oneseal.cases.correction.CloseSilent;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseHeader;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.CaseState;
import org.oneseal.cases.handling.Consulting;
import org.oneseal.cases.handling.Deadlines;
import org.oneseal.cases.handling.Worklist;
import org.oneseal.cases.promises.Promise;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils;
import org.springframework.stereotype.Component;

/** How cases become rows of the working table and come back. */
@Component
class CaseRows {

    private static final String INSERT =
            """
            INSERT INTO cases (id, case_number, query_number, province, city, county, town,
                village, department, party, party_mask, item_code, item_version, item_name,
                case_kind, origin, source, source_case, channel, state, open, received_at,
                answer_due, legal_due, promised_due, declared_due, due, provisional,
                calendar_region, calendar_version, version, chain_head, form_cipher,
                promise_state, timer_due, holder, deliver_due, step_due, body)
            VALUES (:id, :caseNumber, :queryNumber, :province, :city, :county, :town,
                :village, :department, :party, :partyMask, :itemCode, :itemVersion,
                :itemName, :caseKind, :origin, :source, :sourceCase, :channel, :state,
                :open, :receivedAt, :answerDue, :legalDue, :promisedDue, :declaredDue,
                :due, :provisional, :calendarRegion, :calendarVersion, :version,
                :chainHead, :form, :promiseState, :timerDue, :holder, :deliverDue, :stepDue,
                :body::jsonb)
            """;

    /** What an action may change. */
    private record Column(String name, String key, String type) {}

    private static final List<Column> CHANGING =
            List.of(
                    new Column("item_version", "itemVersion", "integer"),
                    new Column("state", "state", "text"),
                    new Column("open", "open", "boolean"),
                    new Column("answer_due", "answerDue", "timestamptz"),
                    new Column("legal_due", "legalDue", "timestamptz"),
                    new Column("promised_due", "promisedDue", "timestamptz"),
                    new Column("declared_due", "declaredDue", "timestamptz"),
                    new Column("due", "due", "timestamptz"),
                    new Column("provisional", "provisional", "boolean"),
                    new Column("calendar_region", "calendarRegion", "text"),
                    new Column("calendar_version", "calendarVersion", "text"),
                    new Column("version", "version", "bigint"),
                    new Column("chain_head", "chainHead", "text"),
                    new Column("promise_state", "promiseState", "text"),
                    new Column("timer_due", "timerDue", "timestamptz"),
                    new Column("holder", "holder", "text"),
                    new Column("deliver_due", "deliverDue", "timestamptz"),
                    new Column("step_due", "stepDue", "timestamptz"),
                    new Column("body", "body", "jsonb"));

    private static final String UPDATE =
            "UPDATE cases SET %s WHERE id = :id AND version = :expected"
                    .formatted(
                            listed(
                                    c ->
                                            c.name()
                                                    + " = CAST(:"
                                                    + c.key()
                                                    + " AS "
                                                    + c.type()
                                                    + ")"));

    /**
     * Any number of rows in one statement: an array a column. Facts are only added, so that of a
     * body only these are sent.
     */
    private static final String UPDATE_ALL =
            """
            UPDATE cases SET %s
              FROM unnest(CAST(:id AS text[]), CAST(:expected AS bigint[]),
                          CAST(:facts AS jsonb[]), %s)
                AS now (id, expected, facts, %s)
             WHERE cases.id = now.id AND cases.version = now.expected
            RETURNING cases.id
            """
                    .formatted(
                            listed(CaseRows::assigned),
                            listed(c -> "CAST(:" + c.key() + " AS " + c.type() + "[])"),
                            listed(Column::name));

    private final NamedParameterJdbcOperations jdbc;
    private final CaseBody bodies;

    CaseRows(NamedParameterJdbcOperations jdbc, CaseBody bodies) {
        this.jdbc = jdbc;
        this.bodies = bodies;
    }

    /**
     * A case as it is to be kept.
     *
     * @param before null for a new one
     */
    record Written(@Nullable CaseOnFile before, Case after, Deadlines deadlines, Chain chain) {

        /** The version that the row has to have still. */
        long expected() {
            return before == null ? 0 : before.version();
        }

        /** What was added where nothing else was changed, else null. */
        @Nullable List<CaseFact> added() {
            if (before == null || !before.value().header().equals(after.header())) return null;
            List<CaseFact> known = before.value().facts();
            int size = known.size();
            boolean grown =
                    after.facts().size() > size && after.facts().subList(0, size).equals(known);
            return grown ? after.facts().subList(size, after.facts().size()) : null;
        }
    }

    private static String assigned(Column column) {
        String value = "now." + column.name();
        return column.name()
                + " = "
                + (column.key().equals("body")
                        ? "coalesce(now.body, jsonb_set(cases.body, '{facts}',"
                                + " (cases.body -> 'facts') || now.facts))"
                        : value);
    }

    private static String listed(Function<Column, String> each) {
        return CHANGING.stream().map(each).collect(Collectors.joining(", "));
    }

    /**
     * @param form encrypted
     */
    void insert(Written born, @Nullable String form) {
        jdbc.update(INSERT, bornRow(born, form));
    }

    void insertAll(List<Written> born) {
        if (born.isEmpty()) return;
        jdbc.batchUpdate(
                INSERT,
                SqlParameterSourceUtils.createBatch(
                        born.stream().map(one -> bornRow(one, null)).toList()));
    }

    /**
     * @throws StaleVersion if somebody else was faster
     */
    void update(Written changed) {
        Map<String, @Nullable Object> row = row(changed);
        row.put("expected", changed.expected());
        row.put("body", bodies.write(changed.after()));
        if (jdbc.update(UPDATE, row) == 0) throw stale(changed);
    }

    /**
     * @throws StaleVersion if somebody else was faster with one of them
     */
    void updateAll(List<Written> changed) {
        if (changed.isEmpty()) return;
        Map<String, @Nullable String[]> columns = new HashMap<>();
        for (int i = 0; i < changed.size(); i++) {
            Written one = changed.get(i);
            List<CaseFact> added = one.added();
            Map<String, @Nullable Object> row = row(one);
            row.put("expected", one.expected());
            row.put("facts", added == null ? null : bodies.writeFacts(added));
            row.put("body", added == null ? bodies.write(one.after()) : null);
            for (var value : row.entrySet()) {
                columns.computeIfAbsent(value.getKey(), _ -> new String[changed.size()])[i] =
                        value.getValue() == null ? null : value.getValue().toString();
            }
        }
        Set<String> done = new HashSet<>(jdbc.query(UPDATE_ALL, columns, (r, _) -> r.getString(1)));
        for (Written one : changed) {
            if (!done.contains(one.after().header().id())) throw stale(one);
        }
    }

    private static StaleVersion stale(Written one) {
        return new StaleVersion(one.after().header().id(), one.expected());
    }

    CaseOnFile onFile(ResultSet r, int index) throws SQLException {
        return new CaseOnFile(
                bodies.read(r.getString("body")),
                r.getLong("version"),
                r.getString("chain_head"),
                new Deadlines(
                        instantOrNull(r, "answer_due"),
                        instantOrNull(r, "legal_due"),
                        instantOrNull(r, "promised_due"),
                        instantOrNull(r, "declared_due"),
                        instantOrNull(r, "deliver_due"),
                        instantOrNull(r, "step_due"),
                        r.getBoolean("provisional"),
                        r.getString("calendar_region"),
                        r.getString("calendar_version")));
    }

    private Map<String, @Nullable Object> row(Written written) {
        Case it = written.after();
        Deadlines deadlines = written.deadlines();
        Chain chain = written.chain();
        CaseState state = it.state();
        Instant next = deadlines.next();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", it.header().id());
        row.put("itemVersion", it.itemVersion());
        row.put("state", state.name());
        row.put("open", state.open());
        row.put("answerDue", at(deadlines.answerDue()));
        row.put("legalDue", at(deadlines.legalDue()));
        row.put("promisedDue", at(deadlines.promisedDue()));
        row.put("declaredDue", at(deadlines.declaredDue()));
        row.put("due", at(next == null ? Worklist.NEVER : next));
        row.put("provisional", deadlines.provisional());
        row.put("calendarRegion", deadlines.calendarRegion());
        row.put("calendarVersion", deadlines.calendarVersion());
        row.put("version", chain.sequence());
        row.put("chainHead", chain.head());
        Optional<Promise> promise = Promise.of(it);
        row.put("promiseState", promise.map(p -> p.state().name()).orElse(null));
        row.put("timerDue", at(timerDue(it, promise.map(Promise::nextLapse).orElse(null))));
        row.put("holder", state.open() ? Holding.of(it).orElse(null) : null);
        row.put("deliverDue", at(deadlines.deliverBy()));
        row.put("stepDue", at(deadlines.stepDue()));
        return row;
    }

    private static @Nullable Instant timerDue(Case it, @Nullable Instant lapse) {
        return Stream.of(
                        Optional.ofNullable(CloseSilent.due(it)),
                        Optional.ofNullable(lapse),
                        Optional.ofNullable(Consulting.nextDue(it)))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private Map<String, @Nullable Object> bornRow(Written born, @Nullable String form) {
        Case it = born.after();
        CaseHeader header = it.header();
        Map<String, @Nullable Object> row = row(born);
        row.putAll(Columns.levels(header.region()));
        row.put("caseNumber", header.caseNumber());
        row.put("queryNumber", header.queryNumber());
        row.put("department", header.department());
        row.put("party", header.party());
        row.put("partyMask", header.partyMask());
        row.put("itemCode", header.itemCode());
        row.put("itemName", header.itemName());
        row.put("caseKind", header.caseKind() == null ? null : header.caseKind().name());
        row.put("origin", header.origin().name());
        row.put("source", header.source());
        row.put("sourceCase", header.sourceCase());
        row.put("channel", header.channel());
        row.put("receivedAt", at(it.receivedAt()));
        row.put("form", form);
        row.put("body", bodies.write(it));
        return row;
    }
}
