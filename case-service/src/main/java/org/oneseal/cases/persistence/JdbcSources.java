package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.oneseal.cases.events.SourceRegistered;
import org.oneseal.cases.exchange.Source;
import org.oneseal.cases.exchange.SourceOnFile;
import org.oneseal.cases.exchange.Sources;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSources implements Sources {

    private static final String TYPE = "exchange-source";
    private static final String SELECT =
            "SELECT id, version, chain_head, body FROM exchange_source ";

    private final JdbcClient jdbc;
    private final Json json;
    private final Journal journal;

    JdbcSources(JdbcClient jdbc, Json json, Journal journal) {
        this.jdbc = jdbc;
        this.json = json;
        this.journal = journal;
    }

    @Override
    public Optional<SourceOnFile> find(String code) {
        return jdbc.sql(SELECT + "WHERE code = ?").param(code).query(this::onFile).optional();
    }

    @Override
    public Optional<SourceOnFile> byClient(String clientId) {
        return jdbc.sql(SELECT + "WHERE client_id = ?")
                .param(clientId)
                .query(this::onFile)
                .optional();
    }

    @Override
    public List<SourceOnFile> all() {
        return jdbc.sql(SELECT + "ORDER BY code").query(this::onFile).list();
    }

    @Override
    public SourceOnFile add(Source source, String id, Actor actor, Instant now) {
        Chain chain = journal.append(Chain.start(TYPE, id), actor, told(source, 1, now));
        jdbc.sql(
                        """
                        INSERT INTO exchange_source (code, id, client_id, version, chain_head,
                                                     changed_at, body)
                        VALUES (:code, :id, :client, :version, :head, :now, :body::jsonb)
                        """)
                .param("code", source.code())
                .param("id", id)
                .params(row(source, chain, now))
                .update();
        return new SourceOnFile(source, id, chain.sequence(), chain.head());
    }

    @Override
    public SourceOnFile save(SourceOnFile before, Source after, Actor actor, Instant now) {
        Chain chain =
                journal.append(
                        new Chain(TYPE, before.id(), before.version(), before.chainHead()),
                        actor,
                        told(after, before.version() + 1, now));
        int updated =
                jdbc.sql(
                                """
                                UPDATE exchange_source
                                   SET client_id = :client, version = :version, chain_head = :head,
                                       changed_at = :now, body = :body::jsonb
                                 WHERE id = :id AND version = :expected
                                """)
                        .param("id", before.id())
                        .param("expected", before.version())
                        .params(row(after, chain, now))
                        .update();
        if (updated == 0) throw new StaleVersion(after.code(), before.version());
        return new SourceOnFile(after, before.id(), chain.sequence(), chain.head());
    }

    private Map<String, Object> row(Source source, Chain chain, Instant now) {
        return Map.of(
                "client", source.clientId(),
                "version", chain.sequence(),
                "head", chain.head(),
                "now", Objects.requireNonNull(at(now)),
                "body", json.write(Body.of(source)));
    }

    private static List<Happening> told(Source source, long version, Instant now) {
        var event =
                new SourceRegistered(
                        source.code(),
                        (int) version,
                        source.nameZh(),
                        source.nameEn(),
                        source.region().value(),
                        source.departments().stream().map(Source.Department::code).toList(),
                        source.items(),
                        source.instantsOnly(),
                        source.reportsAcceptance(),
                        source.quotaPerMinute(),
                        source.clientId());
        return List.of(
                new Happening(event.eventType(), now, Placement.of(source.region(), null), event));
    }

    private SourceOnFile onFile(ResultSet r, int index) throws SQLException {
        return new SourceOnFile(
                json.read(r.getString("body"), Body.class).source(),
                r.getString("id"),
                r.getLong("version"),
                r.getString("chain_head"));
    }

    private record Body(
            String code,
            String nameZh,
            String nameEn,
            String region,
            List<Source.Department> departments,
            List<String> items,
            boolean instantsOnly,
            boolean reportsAcceptance,
            int quotaPerMinute,
            int patienceMinutes,
            String clientId) {

        static Body of(Source s) {
            return new Body(
                    s.code(),
                    s.nameZh(),
                    s.nameEn(),
                    s.region().value(),
                    s.departments(),
                    s.items(),
                    s.instantsOnly(),
                    s.reportsAcceptance(),
                    s.quotaPerMinute(),
                    s.patienceMinutes(),
                    s.clientId());
        }

        Source source() {
            return new Source(
                    code,
                    nameZh,
                    nameEn,
                    new RegionCode(region),
                    departments,
                    items,
                    instantsOnly,
                    reportsAcceptance,
                    quotaPerMinute,
                    patienceMinutes,
                    clientId);
        }
    }
}
