package org.oneseal.notification.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.mail.EmailConsent;
import org.oneseal.notification.mail.EmailConsents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Consents: a row a party. */
@Repository
class JdbcEmailConsents implements EmailConsents {

    private final JdbcClient jdbc;

    JdbcEmailConsents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<EmailConsent> of(String party) {
        return jdbc.sql("SELECT * FROM email_consents WHERE party = :party")
                .param("party", party)
                .query((row, _) -> read(row))
                .optional();
    }

    /** By name, not by row: a first request has no row yet. */
    @Override
    public Optional<EmailConsent> locked(String party) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:what, 0))::text")
                .param("what", "email-consent/" + party)
                .query(String.class)
                .single();
        return of(party);
    }

    @Override
    public List<EmailConsent> confirmed(Collection<String> parties) {
        return jdbc.sql(
                        """
                        SELECT * FROM email_consents
                         WHERE party IN (:parties) AND state = 'CONFIRMED'
                        """)
                .param("parties", parties)
                .query((row, _) -> read(row))
                .list();
    }

    @Override
    public void save(EmailConsent consent) {
        jdbc.sql(
                        """
                        INSERT INTO email_consents
                               (party, version, state, address, mask, language, code, code_until,
                                tries_left, requests, requests_day, requested_at, confirmed_at,
                                withdrawn_at)
                        VALUES (:party, :version, :state, :address, :mask, :language, :code,
                                CAST(:codeUntil AS timestamptz), :triesLeft, :requests,
                                CAST(:requestsDay AS date), :requestedAt,
                                CAST(:confirmedAt AS timestamptz),
                                CAST(:withdrawnAt AS timestamptz))
                        ON CONFLICT (party) DO UPDATE
                           SET version = excluded.version, state = excluded.state,
                               address = excluded.address, mask = excluded.mask,
                               language = excluded.language, code = excluded.code,
                               code_until = excluded.code_until,
                               tries_left = excluded.tries_left, requests = excluded.requests,
                               requests_day = excluded.requests_day,
                               requested_at = excluded.requested_at,
                               confirmed_at = excluded.confirmed_at,
                               withdrawn_at = excluded.withdrawn_at
                        """)
                .params(columns(consent))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void missed(String party) {
        jdbc.sql("UPDATE email_consents SET tries_left = tries_left - 1 WHERE party = :party")
                .param("party", party)
                .update();
    }

    private static Map<String, @Nullable Object> columns(EmailConsent consent) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("party", consent.party());
        columns.put("version", consent.version());
        columns.put("state", consent.state().name());
        columns.put("address", consent.address());
        columns.put("mask", consent.mask());
        columns.put("language", consent.language());
        columns.put("code", consent.code());
        columns.put("codeUntil", at(consent.codeUntil()));
        columns.put("triesLeft", consent.triesLeft());
        columns.put("requests", consent.requests());
        columns.put("requestsDay", consent.requestsDay());
        columns.put("requestedAt", Times.at(consent.requestedAt()));
        columns.put("confirmedAt", at(consent.confirmedAt()));
        columns.put("withdrawnAt", at(consent.withdrawnAt()));
        return columns;
    }

    private static @Nullable Object at(@Nullable Instant instant) {
        return instant == null ? null : Times.at(instant);
    }

    private static EmailConsent read(ResultSet row) throws SQLException {
        return new EmailConsent(
                row.getString("party"),
                row.getLong("version"),
                EmailConsent.State.valueOf(row.getString("state")),
                row.getString("address"),
                row.getString("mask"),
                row.getString("language"),
                row.getString("code"),
                Times.readOrNull(row, "code_until"),
                row.getInt("tries_left"),
                row.getInt("requests"),
                row.getObject("requests_day", LocalDate.class),
                Times.read(row, "requested_at"),
                Times.readOrNull(row, "confirmed_at"),
                Times.readOrNull(row, "withdrawn_at"));
    }
}
