package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.supervision.events.TermSet;
import org.oneseal.supervision.ruling.TermBook;
import org.oneseal.supervision.supervising.WatchTerm;
import org.oneseal.supervision.watching.WatchKind;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Terms in {@code watch_terms}. */
@Repository
class JdbcTermBook implements TermBook {

    private final JdbcTemplate jdbc;
    private final Journal journal;

    JdbcTermBook(JdbcTemplate jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    static List<WatchTerm> read(JdbcTemplate jdbc) {
        return jdbc.query(
                """
                SELECT kind, nullif(stage, ''), region, amount, unit, ground, effective_from,
                       effective_to
                  FROM watch_terms ORDER BY kind, stage, region, effective_from
                """,
                (r, _) ->
                        new WatchTerm(
                                WatchKind.valueOf(r.getString(1)),
                                r.getString(2),
                                new RegionCode(r.getString(3)),
                                new TimeLimit(r.getInt(4), LimitUnit.valueOf(r.getString(5))),
                                r.getString(6),
                                r.getObject(7, LocalDate.class),
                                r.getObject(8, LocalDate.class)));
    }

    /** Readers go on; who else wants to write waits. */
    @Override
    public List<WatchTerm> termsForUpdate() {
        jdbc.execute("LOCK TABLE watch_terms IN SHARE ROW EXCLUSIVE MODE");
        return read(jdbc);
    }

    @Override
    public void add(WatchTerm term, Actor actor, Instant now) {
        jdbc.update(
                """
                UPDATE watch_terms SET effective_to = ?
                 WHERE kind = ? AND stage = ? AND region = ?
                   AND (effective_to IS NULL OR effective_to >= ?)
                """,
                term.from().minusDays(1),
                term.kind().name(),
                stage(term),
                term.region().value(),
                term.from());
        jdbc.update(
                """
                INSERT INTO watch_terms (kind, stage, region, amount, unit, ground,
                                         effective_from, effective_to)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                term.kind().name(),
                stage(term),
                term.region().value(),
                term.limit().amount(),
                term.limit().unit().name(),
                term.ground(),
                term.from(),
                term.to());
        // A term is told once: what ends it is the term after it.
        journal.append(
                Chain.start(
                        "watch-term",
                        clock(term) + "@" + term.region().value() + "@" + term.from()),
                actor,
                List.of(
                        new Happening(
                                "supervision.term-set",
                                now,
                                Placement.of(term.region(), null),
                                event(term, actor))));
    }

    private static String clock(WatchTerm term) {
        return term.stage() == null ? term.kind().name() : term.kind().name() + "." + term.stage();
    }

    /** A key has no nulls. */
    private static String stage(WatchTerm term) {
        String stage = term.stage();
        return stage == null ? "" : stage;
    }

    private static TermSet event(WatchTerm term, Actor actor) {
        return new TermSet(
                term.kind().name(),
                term.stage(),
                term.region().value(),
                term.limit().amount(),
                term.limit().unit().name(),
                term.ground(),
                term.from(),
                term.to(),
                actor.id());
    }
}
