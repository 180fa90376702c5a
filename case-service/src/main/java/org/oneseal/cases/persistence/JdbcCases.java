package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;
import static org.oneseal.cases.persistence.Columns.instantOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.assignment.Holding;
import org.oneseal.cases.correction.CloseSilent;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseHeader;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.CaseState;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.Consulting;
import org.oneseal.cases.handling.Deadlines;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Worklist;
import org.oneseal.cases.promises.Promise;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.protection.FieldCipher;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSourceUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCases implements Cases {

    private static final String TYPE = "case";

    private static final String INSERT =
            """
            INSERT INTO cases (id, case_number, query_number, province, city, county, town,
                village, department, party, party_mask, item_code, item_version, item_name,
                case_kind, origin, source, source_case, channel, state, open, received_at,
                answer_due, legal_due, promised_due, declared_due, due, provisional,
                calendar_region, calendar_version, version, chain_head, form_cipher,
                promise_state, timer_due, holder, deliver_due, body)
            VALUES (:id, :caseNumber, :queryNumber, :province, :city, :county, :town,
                :village, :department, :party, :partyMask, :itemCode, :itemVersion,
                :itemName, :caseKind, :origin, :source, :sourceCase, :channel, :state,
                :open, :receivedAt, :answerDue, :legalDue, :promisedDue, :declaredDue,
                :due, :provisional, :calendarRegion, :calendarVersion, :version,
                :chainHead, :form, :promiseState, :timerDue, :holder, :deliverDue, :body::jsonb)
            """;
    private static final String UPDATE =
            """
            UPDATE cases SET item_version = :itemVersion, state = :state,
                   open = :open, answer_due = :answerDue, legal_due = :legalDue,
                   promised_due = :promisedDue, declared_due = :declaredDue,
                   due = :due, provisional = :provisional,
                   calendar_region = :calendarRegion,
                   calendar_version = :calendarVersion, version = :version,
                   chain_head = :chainHead, promise_state = :promiseState,
                   timer_due = :timerDue, holder = :holder, deliver_due = :deliverDue,
                   body = :body::jsonb
             WHERE id = :id AND version = :expected
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcOperations batches;
    private final CaseBody bodies;
    private final Journal journal;
    private final FieldCipher cipher;
    private final JdbcConsultations consultations;

    JdbcCases(
            JdbcClient jdbc,
            NamedParameterJdbcOperations batches,
            CaseBody bodies,
            Journal journal,
            FieldCipher cipher,
            JdbcConsultations consultations) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.bodies = bodies;
        this.journal = journal;
        this.cipher = cipher;
        this.consultations = consultations;
    }

    @Override
    public Optional<CaseOnFile> find(String id, Scope scope) {
        return load(id, scope, "");
    }

    /** The lock comes before the outbox row, which is what keeps the order of a case's events. */
    @Override
    public Optional<CaseOnFile> lock(String id, Scope scope) {
        return load(id, scope, " FOR UPDATE");
    }

    /** The working table first; what is in the archive is over, so nobody need be kept from it. */
    private Optional<CaseOnFile> load(String id, Scope scope, String lock) {
        return load("cases", id, scope, lock).or(() -> load("case_archive", id, scope, ""));
    }

    private Optional<CaseOnFile> load(String table, String id, Scope scope, String lock) {
        var within = scope.sql("");
        return jdbc.sql(
                        """
                        SELECT body, version, chain_head, answer_due, legal_due, promised_due,
                               declared_due, deliver_due, provisional, calendar_region,
                               calendar_version
                          FROM %s WHERE id = :id AND %s%s
                        """
                                .formatted(table, within.sql(), lock))
                .params(within.parameters())
                .param("id", id)
                .query(this::onFile)
                .optional();
    }

    @Override
    public CaseOnFile add(Outcome.Changed born, @Nullable String form, Actor actor) {
        Case it = born.after();
        CaseHeader header = it.header();
        Chain chain = journal.append(Chain.start(TYPE, header.id()), actor, happenings(born));
        Map<String, @Nullable Object> row = bornRow(it, born.deadlines(), chain);
        row.put("form", form == null ? null : cipher.encrypt(form, formPlace(header.id())));
        jdbc.sql(INSERT).params(row).update();
        return new CaseOnFile(it, chain.sequence(), chain.head(), born.deadlines());
    }

    @Override
    public CaseOnFile save(CaseOnFile before, Outcome.Changed changed, Actor actor) {
        String id = before.value().header().id();
        Chain chain =
                journal.append(
                        new Chain(TYPE, id, before.version(), before.chainHead()),
                        actor,
                        happenings(changed));
        Map<String, @Nullable Object> row = row(changed.after(), changed.deadlines(), chain);
        row.put("expected", before.version());
        int updated = jdbc.sql(UPDATE).params(row).update();
        if (updated == 0) throw new StaleVersion(id, before.version());
        consultations.index(changed.after());
        return new CaseOnFile(changed.after(), chain.sequence(), chain.head(), changed.deadlines());
    }

    @Override
    public Map<String, CaseOnFile> lockAll(Collection<String> wanted) {
        if (wanted.isEmpty()) return Map.of();
        Map<String, CaseOnFile> found = new HashMap<>();
        jdbc.sql(
                        """
                        SELECT id, body, version, chain_head, answer_due, legal_due, promised_due,
                               declared_due, deliver_due, provisional, calendar_region,
                               calendar_version
                          FROM cases WHERE id = ANY(:ids) ORDER BY id FOR UPDATE
                        """)
                .param("ids", wanted.toArray(String[]::new))
                .query(
                        r -> {
                            found.put(r.getString("id"), onFile(r, 0));
                        });
        return found;
    }

    /** History and outbox in two statements, the rows in two batches. */
    @Override
    public void writeAll(List<Change> changes, Actor actor) {
        List<Chain> ends =
                journal.appendAll(
                        changes.stream()
                                .map(
                                        c ->
                                                new Journal.Addition(
                                                        start(c), actor, happenings(c.changed())))
                                .toList());
        List<Map<String, @Nullable Object>> born = new ArrayList<>();
        List<Map<String, @Nullable Object>> changed = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            Case after = changes.get(i).changed().after();
            Deadlines deadlines = changes.get(i).changed().deadlines();
            CaseOnFile before = changes.get(i).before();
            if (before == null) {
                born.add(bornRow(after, deadlines, ends.get(i)));
            } else {
                Map<String, @Nullable Object> row = row(after, deadlines, ends.get(i));
                row.put("expected", before.version());
                changed.add(row);
            }
        }
        batch(INSERT, born);
        int[] updated = batch(UPDATE, changed);
        for (int i = 0; i < updated.length; i++) {
            if (updated[i] == 0) {
                throw new StaleVersion(
                        String.valueOf(changed.get(i).get("id")),
                        (Long) Objects.requireNonNull(changed.get(i).get("expected")));
            }
        }
    }

    private int[] batch(String sql, List<Map<String, @Nullable Object>> rows) {
        return rows.isEmpty()
                ? new int[0]
                : batches.batchUpdate(sql, SqlParameterSourceUtils.createBatch(rows));
    }

    private static Chain start(Change change) {
        String id = change.changed().after().header().id();
        CaseOnFile before = change.before();
        return before == null
                ? Chain.start(TYPE, id)
                : new Chain(TYPE, id, before.version(), before.chainHead());
    }

    @Override
    public Optional<String> form(String id) {
        return jdbc.sql(
                        """
                        SELECT form_cipher FROM cases WHERE id = :id AND form_cipher IS NOT NULL
                         UNION ALL
                        SELECT form_cipher FROM case_archive
                         WHERE id = :id AND form_cipher IS NOT NULL
                        """)
                .param("id", id)
                .query(String.class)
                .optional()
                .map(stored -> cipher.decrypt(stored, formPlace(id)));
    }

    @Override
    public List<String> silentUntil(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT id FROM cases
                         WHERE answer_due IS NOT NULL AND origin = 'APPLICATION' AND answer_due < ?
                         ORDER BY answer_due LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .param(at(now))
                .param(limit)
                .query((r, _) -> r.getString(1))
                .list();
    }

    @Override
    public List<String> timerDueUntil(Instant now, int limit) {
        return jdbc.sql(
                        """
                        SELECT id FROM cases WHERE timer_due IS NOT NULL AND timer_due <= ?
                         ORDER BY timer_due LIMIT ? FOR UPDATE SKIP LOCKED
                        """)
                .param(at(now))
                .param(limit)
                .query((r, _) -> r.getString(1))
                .list();
    }

    @Override
    public List<String> openWithin(RegionCode region, @Nullable String after, int limit) {
        String within =
                region.equals(RegionCode.NATION)
                        ? "true"
                        : Columns.column(region.level()) + " = :prefix";
        return jdbc.sql(
                        """
                        SELECT id FROM cases
                         WHERE open AND origin = 'APPLICATION' AND id > :after AND %s
                         ORDER BY id LIMIT :limit
                        """
                                .formatted(within))
                .param("after", after == null ? "" : after)
                .param("prefix", region.prefix())
                .param("limit", limit)
                .query((r, _) -> r.getString(1))
                .list();
    }

    private CaseOnFile onFile(ResultSet r, int index) throws SQLException {
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
                        r.getBoolean("provisional"),
                        r.getString("calendar_region"),
                        r.getString("calendar_version")));
    }

    private Map<String, @Nullable Object> row(Case it, Deadlines deadlines, Chain chain) {
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
        row.put("body", bodies.write(it));
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

    private Map<String, @Nullable Object> bornRow(Case it, Deadlines deadlines, Chain chain) {
        CaseHeader header = it.header();
        Map<String, @Nullable Object> row = row(it, deadlines, chain);
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
        row.put("form", null);
        return row;
    }

    private static List<Happening> happenings(Outcome.Changed changed) {
        CaseHeader header = changed.after().header();
        Placement placement =
                Placement.of(header.region().value(), header.department())
                        .concerning(header.party());
        return changed.events().stream()
                .map(
                        told ->
                                new Happening(
                                        told.event().eventType(),
                                        told.occurredAt(),
                                        placement,
                                        told.event()))
                .toList();
    }

    private static String formPlace(String id) {
        return "cases/" + id + "/form";
    }
}
