package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseHeader;
import org.oneseal.cases.handling.CaseOnFile;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.protection.FieldCipher;
import org.oneseal.platform.security.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCases implements Cases {

    private static final String TYPE = "case";

    private final JdbcClient jdbc;
    private final CaseRows rows;
    private final Journal journal;
    private final FieldCipher cipher;
    private final JdbcConsultations consultations;

    JdbcCases(
            JdbcClient jdbc,
            CaseRows rows,
            Journal journal,
            FieldCipher cipher,
            JdbcConsultations consultations) {
        this.jdbc = jdbc;
        this.rows = rows;
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
                               declared_due, deliver_due, step_due, provisional, calendar_region,
                               calendar_version
                          FROM %s WHERE id = :id AND %s%s
                        """
                                .formatted(table, within.sql(), lock))
                .params(within.parameters())
                .param("id", id)
                .query(rows::onFile)
                .optional();
    }

    @Override
    public CaseOnFile add(Outcome.Changed born, @Nullable String form, Actor actor) {
        Case it = born.after();
        CaseHeader header = it.header();
        Chain chain = journal.append(Chain.start(TYPE, header.id()), actor, happenings(born));
        String stored = form == null ? null : cipher.encrypt(form, formPlace(header.id()));
        rows.insert(new CaseRows.Written(null, it, born.deadlines(), chain), stored);
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
        rows.update(new CaseRows.Written(before, changed.after(), changed.deadlines(), chain));
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
                               declared_due, deliver_due, step_due, provisional, calendar_region,
                               calendar_version
                          FROM cases WHERE id = ANY(:ids) ORDER BY id FOR UPDATE
                        """)
                .param("ids", wanted.toArray(String[]::new))
                .query(
                        r -> {
                            found.put(r.getString("id"), rows.onFile(r, 0));
                        });
        return found;
    }

    /** History, outbox and what changed in a statement each, what is new in a batch. */
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
        List<CaseRows.Written> born = new ArrayList<>();
        List<CaseRows.Written> changed = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            CaseOnFile before = changes.get(i).before();
            Outcome.Changed what = changes.get(i).changed();
            (before == null ? born : changed)
                    .add(new CaseRows.Written(before, what.after(), what.deadlines(), ends.get(i)));
        }
        rows.insertAll(born);
        rows.updateAll(changed);
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
