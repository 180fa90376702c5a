package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oneseal.cases.filing.Draft;
import org.oneseal.cases.filing.Drafts;
import org.oneseal.platform.protection.FieldCipher;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Drafts with their bodies encrypted, each bound to its row. */
@Repository
class JdbcDrafts implements Drafts {

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    JdbcDrafts(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    @Override
    public void add(Draft d) {
        jdbc.sql("INSERT INTO draft VALUES (?, ?, ?, ?, ?, ?, ?)")
                .param(d.id())
                .param(d.owner())
                .param(d.itemCode())
                .param(cipher.encrypt(d.body(), place(d.id())))
                .param(d.version())
                .param(at(d.begunAt()))
                .param(at(d.changedAt()))
                .update();
    }

    @Override
    public Optional<Draft> find(String id, String owner) {
        return jdbc.sql("SELECT * FROM draft WHERE id = ? AND owner = ?")
                .params(id, owner)
                .query(this::draft)
                .optional();
    }

    @Override
    public List<Draft> of(String owner) {
        return jdbc.sql(
                        "SELECT * FROM draft WHERE owner = ? ORDER BY changed_at DESC, id LIMIT 200")
                .param(owner)
                .query(this::draft)
                .list();
    }

    @Override
    public Draft change(Draft before, String itemCode, String body, Instant now) {
        long next = before.version() + 1;
        int updated =
                jdbc.sql(
                                """
                                UPDATE draft SET item_code = ?, body = ?, version = ?, changed_at = ?
                                 WHERE id = ? AND owner = ? AND version = ?
                                """)
                        .param(itemCode)
                        .param(cipher.encrypt(body, place(before.id())))
                        .param(next)
                        .param(at(now))
                        .param(before.id())
                        .param(before.owner())
                        .param(before.version())
                        .update();
        if (updated == 0) throw new StaleVersion(before.id(), before.version());
        return new Draft(before.id(), before.owner(), itemCode, body, next, before.begunAt(), now);
    }

    @Override
    public boolean remove(Draft d) {
        return jdbc.sql("DELETE FROM draft WHERE id = ? AND owner = ? AND version = ?")
                        .params(d.id(), d.owner(), d.version())
                        .update()
                == 1;
    }

    @Override
    public List<String> items() {
        return jdbc.sql("SELECT DISTINCT item_code FROM draft").query(String.class).list();
    }

    @Override
    public int forget(String itemCode, Instant before) {
        return jdbc.sql("DELETE FROM draft WHERE changed_at < ? AND item_code = ?")
                .param(at(before))
                .param(itemCode)
                .update();
    }

    private Draft draft(ResultSet r, int row) throws SQLException {
        String id = r.getString("id");
        return new Draft(
                id,
                r.getString("owner"),
                r.getString("item_code"),
                cipher.decrypt(r.getString("body"), place(id)),
                r.getLong("version"),
                Columns.instant(r, "begun_at"),
                Columns.instant(r, "changed_at"));
    }

    private static String place(String id) {
        return "draft/" + id + "/body";
    }
}
