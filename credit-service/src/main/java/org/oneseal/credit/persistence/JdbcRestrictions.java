package org.oneseal.credit.persistence;

import java.util.Arrays;
import java.util.Optional;
import org.oneseal.credit.events.RestrictionsChanged;
import org.oneseal.credit.listing.Restrictions;
import org.oneseal.platform.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One row a subject, kept after its last restriction so that the sequence goes on. */
@Repository
class JdbcRestrictions implements Restrictions {

    private final JdbcClient jdbc;
    private final Json json;

    JdbcRestrictions(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Told take(String subject) {
        jdbc.sql(
                        """
                        INSERT INTO restrictions (subject, sequence, body)
                        VALUES (:subject, 0, '[]') ON CONFLICT DO NOTHING
                        """)
                .param("subject", subject)
                .update();
        return read(subject, " FOR UPDATE").orElseThrow();
    }

    @Override
    public Optional<Told> of(String subject) {
        return read(subject, "");
    }

    @Override
    public void save(String subject, Told told) {
        jdbc.sql("UPDATE restrictions SET sequence = :seq, body = :body::jsonb WHERE subject = :id")
                .param("seq", told.sequence())
                .param("body", json.write(told.restrictions()))
                .param("id", subject)
                .update();
    }

    private Optional<Told> read(String subject, String lock) {
        return jdbc.sql("SELECT sequence, body FROM restrictions WHERE subject = :id" + lock)
                .param("id", subject)
                .query(
                        (r, _) ->
                                new Told(
                                        r.getLong(1),
                                        Arrays.asList(
                                                json.read(
                                                        r.getString(2),
                                                        RestrictionsChanged.Restriction[].class))))
                .optional();
    }
}
