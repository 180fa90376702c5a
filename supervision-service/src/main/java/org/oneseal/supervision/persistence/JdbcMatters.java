package org.oneseal.supervision.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.events.MatterTold;
import org.oneseal.supervision.supervising.Matters;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.WatchKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Matters in {@code matters}, each milestone in its history. */
@Repository
class JdbcMatters implements Matters {

    private static final String AGGREGATE = "matter";

    private static final String MATTER =
            "SELECT id, kind, number, title, region, department, awaits, told, version, chain_head"
                    + " FROM matters m WHERE ";

    private final JdbcClient jdbc;
    private final Journal journal;

    JdbcMatters(JdbcClient jdbc, Journal journal) {
        this.jdbc = jdbc;
        this.journal = journal;
    }

    @Override
    public boolean open(Matter matter, CaseFact.Milestone first, Actor actor, Instant now) {
        Places places = Places.of(matter.region());
        int opened =
                jdbc.sql(
                                """
                                INSERT INTO matters (id, kind, number, title, region, province, city,
                                                     county, town, village, department, told,
                                                     version, chain_head)
                                VALUES (:id, :kind, :number, :title, :region, :province, :city,
                                        :county, :town, :village, :department, 0, 0, '')
                                ON CONFLICT DO NOTHING
                                """)
                        .param("id", matter.id())
                        .param("kind", matter.kind().name())
                        .param("number", matter.number())
                        .param("title", matter.title())
                        .param("region", matter.region().value())
                        .param("province", places.province())
                        .param("city", places.city())
                        .param("county", places.county())
                        .param("town", places.town())
                        .param("village", places.village())
                        .param("department", matter.department())
                        .update();
        if (opened == 0) return false;
        add(matter, first, actor, now);
        return true;
    }

    @Override
    public Optional<Matter> findForUpdate(String id, Scope scope) {
        return find(id, scope, " FOR UPDATE");
    }

    @Override
    public Optional<Matter> find(String id, Scope scope) {
        return find(id, scope, "");
    }

    private Optional<Matter> find(String id, Scope scope, String lock) {
        if (scope instanceof Scope.OfParty) return Optional.empty();
        Scope.Predicate within = scope.sql("m");
        return jdbc.sql(MATTER + "id = :id AND " + within.sql() + lock)
                .param("id", id)
                .params(within.parameters())
                .query(JdbcMatters::matter)
                .optional();
    }

    @Override
    public Optional<Matter> namedForUpdate(WatchKind kind, String department, String number) {
        return jdbc.sql(
                        MATTER
                                + "kind = :kind AND department = :department AND number = :number"
                                + " FOR UPDATE")
                .param("kind", kind.name())
                .param("department", department)
                .param("number", number)
                .query(JdbcMatters::matter)
                .optional();
    }

    private static Matter matter(ResultSet r, int index) throws SQLException {
        return new Matter(
                r.getString(1),
                WatchKind.valueOf(r.getString(2)),
                r.getString(3),
                r.getString(4),
                new RegionCode(r.getString(5)),
                r.getString(6),
                r.getString(7),
                r.getLong(8),
                r.getLong(9),
                r.getString(10));
    }

    @Override
    public void add(Matter matter, CaseFact.Milestone next, Actor actor, Instant now) {
        Chain end =
                journal.append(
                        matter.version() == 0
                                ? Chain.start(AGGREGATE, matter.id())
                                : new Chain(
                                        AGGREGATE,
                                        matter.id(),
                                        matter.version(),
                                        matter.chainHead()),
                        actor,
                        List.of(
                                new Happening(
                                        "supervision.matter-told",
                                        next.told().occurredAt(),
                                        Placement.of(matter.region(), matter.department()),
                                        event(matter, next))));
        jdbc.sql(
                        """
                        UPDATE matters
                           SET awaits = CASE WHEN :told > told THEN :awaits ELSE awaits END,
                               title = CASE WHEN :told > told THEN :title ELSE title END,
                               told = greatest(told, :told), version = :version,
                               chain_head = :head
                         WHERE id = :id
                        """)
                .param("told", next.told().sequence())
                .param("title", matter.title())
                .param("awaits", next.awaits())
                .param("version", end.sequence())
                .param("head", end.head())
                .param("id", matter.id())
                .update();
    }

    private static MatterTold event(Matter matter, CaseFact.Milestone next) {
        return new MatterTold(
                matter.id(),
                matter.kind().name(),
                matter.number(),
                matter.title(),
                matter.region().value(),
                matter.department(),
                next.told().sequence(),
                next.reached(),
                next.awaits(),
                next.from(),
                next.by());
    }
}
