package org.oneseal.credit.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.credit.listing.Dossier;
import org.oneseal.credit.listing.ListRule;
import org.oneseal.credit.listing.ListedSubject;
import org.oneseal.credit.listing.Listing;
import org.oneseal.credit.listing.ListingRegister;
import org.oneseal.credit.listing.ListingState;
import org.oneseal.credit.listing.Listings;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;
import org.oneseal.platform.web.SortKey;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Listings in PostgreSQL: one row each, indexed columns beside a body with all the facts. */
@Repository
class JdbcListings implements Listings, ListingRegister {

    private static final String SELECT =
            "SELECT id, version, chain_head, region, department, body FROM listings ";

    private final JdbcClient jdbc;
    private final Json json;

    JdbcListings(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Listing> take(String id, Scope scope) {
        return one(id, scope, " FOR UPDATE");
    }

    @Override
    public Optional<Listing> byId(String id, Scope scope) {
        return one(id, scope, "");
    }

    private Optional<Listing> one(String id, Scope scope, String lock) {
        Scope.Predicate within = scope.sql("");
        return jdbc.sql(SELECT + "WHERE id = :id AND " + within.sql() + told(scope) + lock)
                .param("id", id)
                .params(within.parameters())
                .query(listing())
                .optional();
    }

    /** A party knows nothing of a proposal before its notice. */
    private static String told(Scope scope) {
        return scope instanceof Scope.OfParty ? " AND told" : "";
    }

    @Override
    public Optional<Listing> ofPromise(String promiseId) {
        return jdbc.sql(SELECT + "WHERE promise = :promise FOR UPDATE")
                .param("promise", promiseId)
                .query(listing())
                .optional();
    }

    @Override
    public void add(Listing listing) {
        jdbc.sql(
                        """
                        INSERT INTO listings
                               (id, version, chain_head, region, province, city, county, town,
                                village, department, party, kind, subject, subject_name, promise,
                                state, told, listed_at, last_day, body)
                        VALUES (:id, :version, :head, :region, :province, :city, :county, :town,
                                :village, :department, :party, :kind, :subject, :name, :promise,
                                :state, :told, :listedAt, :lastDay, :body::jsonb)
                        """)
                .params(columns(listing))
                .update();
    }

    @Override
    public void save(Listing listing, long expectedVersion) {
        int saved =
                jdbc.sql(
                                """
                                UPDATE listings
                                   SET version = :version, chain_head = :head, state = :state,
                                       told = :told, listed_at = :listedAt, last_day = :lastDay,
                                       body = :body::jsonb
                                 WHERE id = :id AND version = :expected
                                """)
                        .params(columns(listing))
                        .param("expected", expectedVersion)
                        .update();
        if (saved == 0) throw new StaleVersion(listing.id(), expectedVersion);
    }

    @Override
    public List<Listing> inForce(String subject) {
        return jdbc.sql(SELECT + "WHERE subject = :subject AND state = 'LISTED' ORDER BY id")
                .param("subject", subject)
                .query(listing())
                .list();
    }

    @Override
    public List<Listing> over(LocalDate day, int limit) {
        // by subject, so that two replicas take the subjects' rows in the same order
        return jdbc.sql(
                        SELECT
                                + """
                                WHERE state = 'LISTED' AND last_day < :day
                                ORDER BY subject, id LIMIT :limit FOR UPDATE SKIP LOCKED
                                """)
                .param("day", day)
                .param("limit", limit)
                .query(listing())
                .list();
    }

    @Override
    public Page<Listing> inScope(
            Scope scope, @Nullable ListingState state, @Nullable String subject, PageRequest page) {
        Scope.Predicate within = scope.sql("");
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        StringBuilder sql =
                new StringBuilder(SELECT).append("WHERE ").append(within.sql()).append(told(scope));
        if (state != null) {
            sql.append(" AND state = :state");
            parameters.put("state", state.name());
        }
        if (subject != null) {
            sql.append(" AND subject = :subject");
            parameters.put("subject", subject);
        }
        if (!page.isFirst()) {
            sql.append(" AND id < :after");
            parameters.put("after", page.sortedBy(SortKey.TEXT).keyset().getFirst());
        }
        List<Listing> rows =
                jdbc.sql(sql.append(" ORDER BY id DESC LIMIT :limit").toString())
                        .params(parameters)
                        .param("limit", page.fetch())
                        .query(listing())
                        .list();
        return Page.of(rows, page, row -> List.of(row.id()));
    }

    @Override
    public Page<Listing> listed(Wanted wanted, PageRequest page) {
        Scope.Predicate within = Placed.within(wanted.region());
        Map<String, Object> parameters = new HashMap<>(within.parameters());
        StringBuilder sql =
                new StringBuilder(SELECT)
                        .append("WHERE state = 'LISTED' AND ")
                        .append(within.sql());
        if (wanted.kind() != null) {
            sql.append(" AND kind = :kind");
            parameters.put("kind", wanted.kind());
        }
        if (wanted.uscc() != null) {
            // a person's party id is not asked for here, nor answered
            sql.append(" AND subject = :uscc AND length(subject) = 18");
            parameters.put("uscc", wanted.uscc());
        }
        if (wanted.name() != null) {
            sql.append(" AND starts_with(subject_name, :name)");
            parameters.put("name", wanted.name());
        }
        if (!page.isFirst()) {
            sql.append(" AND (listed_at, id) < (:at, :id)");
            List<String> keys = page.sortedBy(SortKey.INSTANT, SortKey.TEXT).keyset();
            parameters.put("at", OffsetDateTime.parse(keys.get(0)));
            parameters.put("id", keys.get(1));
        }
        List<Listing> rows =
                jdbc.sql(sql.append(" ORDER BY listed_at DESC, id DESC LIMIT :limit").toString())
                        .params(parameters)
                        .param("limit", page.fetch())
                        .query(listing())
                        .list();
        return Page.of(rows, page, row -> List.of(decision(row).at().toString(), row.id()));
    }

    @Override
    public Optional<Listing> listedById(String id) {
        return jdbc.sql(SELECT + "WHERE id = :id AND state = 'LISTED'")
                .param("id", id)
                .query(listing())
                .optional();
    }

    private static Dossier.Decision decision(Listing listing) {
        return Objects.requireNonNull(listing.dossier().decision(), "listed by a decision");
    }

    private Map<String, @Nullable Object> columns(Listing listing) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        Placed.in(listing.region(), columns);
        columns.put("id", listing.id());
        columns.put("version", listing.chain().sequence());
        columns.put("head", listing.chain().head());
        columns.put("department", listing.department());
        columns.put("party", listing.subject().party());
        columns.put("kind", listing.rule().code());
        columns.put("subject", listing.subject().id());
        columns.put("name", listing.subject().name());
        columns.put("promise", listing.dossier().proposal().promise());
        columns.put("state", listing.state().name());
        columns.put("told", listing.dossier().notice() != null);
        Dossier.Decision decision = listing.dossier().decision();
        columns.put("listedAt", null);
        columns.put("lastDay", null);
        if (decision != null && decision.listed()) {
            columns.put("listedAt", OffsetDateTime.ofInstant(decision.at(), ZoneOffset.UTC));
            columns.put("lastDay", decision.lastDay());
        }
        columns.put(
                "body", json.write(new Body(listing.rule(), listing.subject(), listing.dossier())));
        return columns;
    }

    private RowMapper<Listing> listing() {
        return (row, _) -> read(row);
    }

    private Listing read(ResultSet row) throws SQLException {
        Body body = json.read(row.getString("body"), Body.class);
        String id = row.getString("id");
        return new Listing(
                id,
                new Chain("listing", id, row.getLong("version"), row.getString("chain_head")),
                new RegionCode(row.getString("region")),
                row.getString("department"),
                body.rule(),
                body.subject(),
                body.dossier());
    }

    /** What the body column holds. */
    record Body(ListRule rule, ListedSubject subject, Dossier dossier) {}
}
