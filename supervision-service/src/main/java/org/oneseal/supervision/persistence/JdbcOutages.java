package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.supervising.Outages;
import org.oneseal.supervision.supervising.RevokeCards;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Outages in a table of their own: they are acts and never derived. */
@Repository
class JdbcOutages implements Outages {

    private final JdbcTemplate jdbc;

    JdbcOutages(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Outage outage) {
        RevokeCards.Order order = outage.order();
        jdbc.update(
                """
                INSERT INTO outages (id, region, department, began, ended, cause, reason,
                                     declared_by, declared_at, revoked)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                outage.id(),
                order.region().value(),
                order.department(),
                JdbcFiles.at(order.from()),
                JdbcFiles.at(order.to()),
                order.cause(),
                Objects.requireNonNullElse(order.reason(), ""),
                outage.declaredBy(),
                JdbcFiles.at(outage.at()),
                outage.revoked());
    }

    @Override
    public List<Span> within(
            RegionCode region, @Nullable String department, Instant from, Instant to) {
        return jdbc.query(
                """
                SELECT began, ended, cause, reason FROM outages
                 WHERE region = ANY (?) AND (department IS NULL OR department = ?)
                   AND began < ? AND ended > ?
                 ORDER BY began
                """,
                (r, _) ->
                        new Span(
                                r.getObject(1, OffsetDateTime.class).toInstant(),
                                r.getObject(2, OffsetDateTime.class).toInstant(),
                                r.getString(3),
                                r.getString(4)),
                region.ancestors().stream().map(RegionCode::value).toArray(String[]::new),
                department,
                JdbcFiles.at(to),
                JdbcFiles.at(from));
    }
}
