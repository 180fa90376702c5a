package org.oneseal.market.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.market.projects.KnownCases;
import org.oneseal.market.projects.KnownItems;
import org.oneseal.market.admission.Restriction;
import org.oneseal.market.admission.Restrictions;
import org.oneseal.platform.persistence.Json;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Other services' facts: three projections, each rebuilt from its topic. */
final class JdbcKnown {

    private JdbcKnown() {}

    /** Who may not take part. */
    @Repository
    static class JdbcRestrictions implements Restrictions {

        private final JdbcClient jdbc;

        JdbcRestrictions(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public List<Restriction> on(String subject, LocalDate day) {
            return jdbc
                    .sql("SELECT * FROM restrictions WHERE subject = :subject ORDER BY listing")
                    .param("subject", subject)
                    .query((r, _) -> restriction(r))
                    .list()
                    .stream()
                    .filter(r -> r.holdsOn(day))
                    .toList();
        }

        @Override
        public void replace(String subject, List<Restriction> restrictions) {
            jdbc.sql("DELETE FROM restrictions WHERE subject = :subject")
                    .param("subject", subject)
                    .update();
            for (Restriction restriction : restrictions) {
                jdbc.sql(
                                """
                                INSERT INTO restrictions (subject, listing, ground, since, until)
                                VALUES (:subject, :listing, :ground, :since, :until)
                                ON CONFLICT (subject, listing) DO NOTHING
                                """)
                        .param("subject", subject)
                        .param("listing", restriction.listing())
                        .param("ground", restriction.ground())
                        .param("since", restriction.since())
                        .param("until", restriction.until())
                        .update();
            }
        }

        @Override
        public void clear() {
            jdbc.sql("DELETE FROM restrictions").update();
        }

        static Restriction restriction(ResultSet row) throws SQLException {
            return new Restriction(
                    row.getString("listing"),
                    row.getString("ground"),
                    row.getObject("since", LocalDate.class),
                    row.getObject("until", LocalDate.class));
        }
    }

    /** What items ask for. */
    @Repository
    static class JdbcKnownItems implements KnownItems {

        private final JdbcClient jdbc;
        private final Json json;

        JdbcKnownItems(JdbcClient jdbc, Json json) {
            this.jdbc = jdbc;
            this.json = json;
        }

        @Override
        public Optional<KnownItem> version(String itemCode, int version) {
            return jdbc.sql(
                            "SELECT body FROM known_items"
                                    + " WHERE item_code = :code AND version = :version")
                    .param("code", itemCode)
                    .param("version", version)
                    .query(item())
                    .optional();
        }

        @Override
        public Optional<KnownItem> newest(String itemCode) {
            return jdbc.sql(
                            "SELECT body FROM known_items WHERE item_code = :code"
                                    + " ORDER BY version DESC LIMIT 1")
                    .param("code", itemCode)
                    .query(item())
                    .optional();
        }

        @Override
        public void keep(KnownItem item) {
            jdbc.sql(
                            """
                            INSERT INTO known_items (item_code, version, in_force, body)
                            VALUES (:code, :version, :inForce, :body::jsonb)
                            ON CONFLICT (item_code, version)
                            DO UPDATE SET in_force = excluded.in_force, body = excluded.body
                            """)
                    .param("code", item.itemCode())
                    .param("version", item.version())
                    .param("inForce", item.inForce())
                    .param("body", json.write(item))
                    .update();
        }

        @Override
        public void clear() {
            jdbc.sql("DELETE FROM known_items").update();
        }

        private RowMapper<KnownItem> item() {
            return (r, _) -> json.read(r.getString("body"), KnownItem.class);
        }
    }

    /** Cases that are being handled. */
    @Repository
    static class JdbcKnownCases implements KnownCases {

        private final JdbcClient jdbc;

        JdbcKnownCases(JdbcClient jdbc) {
            this.jdbc = jdbc;
        }

        @Override
        public Optional<KnownCase> byId(String caseId) {
            return jdbc.sql("SELECT * FROM known_cases WHERE case_id = :id")
                    .param("id", caseId)
                    .query(
                            (r, _) ->
                                    new KnownCase(
                                            r.getString("case_id"),
                                            r.getString("item_code"),
                                            r.getInt("item_version"),
                                            r.getString("region"),
                                            r.getString("department"),
                                            r.getBoolean("open")))
                    .optional();
        }

        @Override
        public void keep(KnownCase known) {
            jdbc.sql(
                            """
                            INSERT INTO known_cases
                                   (case_id, item_code, item_version, region, department, open)
                            VALUES (:id, :item, :version, :region, :department, :open)
                            ON CONFLICT (case_id) DO UPDATE
                            SET item_code = excluded.item_code,
                                item_version = excluded.item_version,
                                region = excluded.region, department = excluded.department,
                                open = excluded.open
                            """)
                    .param("id", known.caseId())
                    .param("item", known.itemCode())
                    .param("version", known.itemVersion())
                    .param("region", known.region())
                    .param("department", known.department())
                    .param("open", known.open())
                    .update();
        }

        @Override
        public void close(String caseId) {
            jdbc.sql("UPDATE known_cases SET open = false WHERE case_id = :id")
                    .param("id", caseId)
                    .update();
        }

        @Override
        public void clear() {
            jdbc.sql("DELETE FROM known_cases").update();
        }
    }
}
