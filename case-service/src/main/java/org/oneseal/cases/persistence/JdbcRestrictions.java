package org.oneseal.cases.persistence;

import java.util.List;
import org.oneseal.cases.restrictions.Restriction;
import org.oneseal.cases.restrictions.Restrictions;
import org.oneseal.platform.persistence.Json;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRestrictions implements Restrictions {

    private final JdbcClient jdbc;
    private final Json json;

    JdbcRestrictions(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<Restriction> of(String subject) {
        return jdbc.sql("SELECT body FROM restriction WHERE subject = ?")
                .param(subject)
                .query((r, _) -> List.of(json.read(r.getString(1), Restriction[].class)))
                .optional()
                .orElse(List.of());
    }

    @Override
    public void keep(String subject, List<Restriction> restrictions) {
        if (restrictions.isEmpty()) {
            jdbc.sql("DELETE FROM restriction WHERE subject = ?").param(subject).update();
            return;
        }
        jdbc.sql(
                        """
                        INSERT INTO restriction (subject, body) VALUES (?, ?::jsonb)
                        ON CONFLICT (subject) DO UPDATE SET body = excluded.body
                        """)
                .param(subject)
                .param(json.write(restrictions))
                .update();
    }

    @Override
    public void forgetAll() {
        jdbc.sql("DELETE FROM restriction").update();
    }
}
