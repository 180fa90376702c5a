package org.oneseal.notification.persistence;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.oneseal.notification.inbox.MessageKind;
import org.oneseal.notification.inbox.MovedDates;
import org.oneseal.notification.inbox.Occasion;
import org.oneseal.notification.inbox.Recipient;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;

/** A row a party and decree, which is what is locked, and a row a case. */
@Repository
class JdbcMovedDates implements MovedDates {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    JdbcMovedDates(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private record Key(String party, String decree) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byParty = party.compareTo(other.party);
            return byParty == 0 ? decree.compareTo(other.decree) : byParty;
        }
    }

    private record Taken(Key key, Occasion occasion) {}

    /** In the order of the keys, so that two who collect never wait for each other in a circle. */
    @Override
    public void collect(List<Moved> moved, Instant tellAt, Instant latest) {
        TreeSet<Key> keys =
                moved.stream()
                        .map(m -> new Key(m.party(), m.decree()))
                        .collect(toCollection(TreeSet::new));
        jdbc.sql(
                        """
                        INSERT INTO moved_dates (party, decree, tell_at, latest)
                        SELECT party, decree, :tellAt, :latest
                          FROM unnest(CAST(:parties AS text[]), CAST(:decrees AS text[]))
                               AS wanted (party, decree)
                        ON CONFLICT (party, decree) DO UPDATE
                           SET tell_at = least(moved_dates.latest, excluded.tell_at)
                        """)
                .param("parties", keys.stream().map(Key::party).toArray(String[]::new))
                .param("decrees", keys.stream().map(Key::decree).toArray(String[]::new))
                .param("tellAt", Times.at(tellAt))
                .param("latest", Times.at(latest))
                .update();
        for (Moved one : moved) add(one);
    }

    private void add(Moved one) {
        Occasion occasion = one.occasion();
        jdbc.sql(
                        """
                        INSERT INTO moved_date (party, decree, case_id, cause, region, recorded_at,
                                                chinese, english)
                        VALUES (:party, :decree, :case, :cause, :region, :recordedAt,
                                CAST(:chinese AS jsonb), CAST(:english AS jsonb))
                        ON CONFLICT (party, decree, case_id) DO UPDATE
                           SET cause = excluded.cause, recorded_at = excluded.recorded_at,
                               chinese = excluded.chinese, english = excluded.english
                        """)
                .param("party", one.party())
                .param("decree", one.decree())
                .param("case", one.caseId())
                .param("cause", occasion.cause())
                .param("region", occasion.region().value())
                .param("recordedAt", Times.at(occasion.recordedAt()))
                .param("chinese", json.write(occasion.chinese()))
                .param("english", json.write(occasion.english()))
                .update();
    }

    /** The cases are read after their key is locked: who adds one holds that lock too. */
    @Override
    public List<List<Occasion>> takeDue(Instant now, int limit) {
        List<Key> due =
                jdbc.sql(
                                """
                                DELETE FROM moved_dates WHERE (party, decree) IN (
                                    SELECT party, decree FROM moved_dates WHERE tell_at <= :now
                                     ORDER BY tell_at LIMIT :limit FOR UPDATE SKIP LOCKED)
                                RETURNING party, decree
                                """)
                        .param("now", Times.at(now))
                        .param("limit", limit)
                        .query((r, _) -> key(r))
                        .list();
        if (due.isEmpty()) return List.of();
        List<Taken> taken =
                jdbc.sql(
                                """
                                DELETE FROM moved_date m
                                 USING unnest(CAST(:parties AS text[]), CAST(:decrees AS text[]))
                                       AS due (party, decree)
                                 WHERE m.party = due.party AND m.decree = due.decree
                                RETURNING m.*
                                """)
                        .param("parties", due.stream().map(Key::party).toArray(String[]::new))
                        .param("decrees", due.stream().map(Key::decree).toArray(String[]::new))
                        .query((r, _) -> taken(r))
                        .list();
        Map<Key, List<Taken>> byKey = taken.stream().collect(groupingBy(Taken::key));
        Function<List<Taken>, List<Occasion>> occasions =
                of -> of.stream().map(Taken::occasion).toList();
        return byKey.values().stream().map(occasions).toList();
    }

    @Override
    public void clear() {
        jdbc.sql("DELETE FROM moved_dates").update();
        jdbc.sql("DELETE FROM moved_date").update();
    }

    private static Key key(ResultSet r) throws SQLException {
        return new Key(r.getString("party"), r.getString("decree"));
    }

    private Taken taken(ResultSet r) throws SQLException {
        return new Taken(
                key(r),
                new Occasion(
                        MessageKind.CASE_REBASED,
                        r.getString("cause"),
                        Times.read(r, "recorded_at"),
                        new RegionCode(r.getString("region")),
                        r.getString("case_id"),
                        new Recipient.Party(r.getString("party")),
                        json.read(r.getString("chinese"), VALUES),
                        json.read(r.getString("english"), VALUES)));
    }
}
