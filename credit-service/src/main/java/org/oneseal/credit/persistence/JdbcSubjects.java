package org.oneseal.credit.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.oneseal.credit.listing.ListedSubject;
import org.oneseal.credit.promises.Subjects;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parties as decisions named them last. */
@Repository
class JdbcSubjects implements Subjects {

    private final JdbcClient jdbc;

    JdbcSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean learn(ListedSubject subject, Instant at) {
        return jdbc.sql(
                                """
                                INSERT INTO subjects (party, kind, subject, name, seen_at)
                                VALUES (:party, :kind, :subject, :name, :at)
                                ON CONFLICT (party) DO UPDATE
                                   SET kind = excluded.kind, subject = excluded.subject,
                                       name = excluded.name, seen_at = excluded.seen_at
                                 WHERE (subjects.kind, subjects.subject, subjects.name)
                                       <> (excluded.kind, excluded.subject, excluded.name)
                                """)
                        .param("party", subject.party())
                        .param("kind", subject.kind().name())
                        .param("subject", subject.id())
                        .param("name", subject.name())
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public Optional<ListedSubject> byParty(String party) {
        return jdbc.sql("SELECT party, kind, subject, name FROM subjects WHERE party = :party")
                .param("party", party)
                .query(subject())
                .optional();
    }

    @Override
    public Optional<ListedSubject> byCode(String uscc) {
        return jdbc.sql(
                        """
                        SELECT party, kind, subject, name FROM subjects
                         WHERE subject = :uscc AND kind = 'ORGANISATION'
                         ORDER BY seen_at DESC, party LIMIT 1
                        """)
                .param("uscc", uscc)
                .query(subject())
                .optional();
    }

    private static RowMapper<ListedSubject> subject() {
        return (r, _) ->
                new ListedSubject(
                        ListedSubject.Kind.valueOf(r.getString("kind")),
                        r.getString("subject"),
                        r.getString("name"),
                        r.getString("party"));
    }
}
