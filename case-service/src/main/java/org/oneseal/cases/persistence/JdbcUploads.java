package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.oneseal.cases.documents.Upload;
import org.oneseal.cases.documents.Uploads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcUploads implements Uploads {

    private final JdbcClient jdbc;

    JdbcUploads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(Upload u) {
        jdbc.sql(
                        """
                        INSERT INTO upload (id, case_id, material_code, file_name, size, digest,
                                            part_size, begun_by, begun_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(u.id())
                .param(u.caseId())
                .param(u.materialCode())
                .param(u.fileName())
                .param(u.size())
                .param(u.digest())
                .param(u.partSize())
                .param(u.begunBy())
                .param(at(u.begunAt()))
                .update();
    }

    @Override
    public Optional<Upload> find(String caseId, String id, String begunBy) {
        return jdbc.sql("SELECT * FROM upload WHERE id = ? AND case_id = ? AND begun_by = ?")
                .params(id, caseId, begunBy)
                .query(
                        (r, _) ->
                                new Upload(
                                        r.getString("id"),
                                        r.getString("case_id"),
                                        r.getString("material_code"),
                                        r.getString("file_name"),
                                        r.getLong("size"),
                                        r.getString("digest"),
                                        r.getInt("part_size"),
                                        r.getString("begun_by"),
                                        Columns.instant(r, "begun_at")))
                .optional();
    }

    @Override
    public int under(String caseId) {
        return jdbc.sql("SELECT count(*) FROM upload WHERE case_id = ?")
                .param(caseId)
                .query(Integer.class)
                .single();
    }

    @Override
    public Set<Integer> parts(String id) {
        return new HashSet<>(
                jdbc.sql("SELECT number FROM upload_part WHERE upload_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .list());
    }

    @Override
    public boolean keep(String id, int number, byte[] content) {
        jdbc.sql("INSERT INTO upload_part VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(id, number, content)
                .update();
        return Arrays.equals(
                content,
                jdbc.sql("SELECT content FROM upload_part WHERE upload_id = ? AND number = ?")
                        .params(id, number)
                        .query(byte[].class)
                        .single());
    }

    /** Part by part, so that the driver never holds the file twice. */
    @Override
    public byte[] whole(String id) {
        var whole = new ByteArrayOutputStream();
        for (int number : new java.util.TreeSet<>(parts(id))) {
            whole.writeBytes(
                    jdbc.sql("SELECT content FROM upload_part WHERE upload_id = ? AND number = ?")
                            .params(id, number)
                            .query(byte[].class)
                            .single());
        }
        return whole.toByteArray();
    }

    @Override
    public void end(String id) {
        jdbc.sql("DELETE FROM upload WHERE id = ?").param(id).update();
    }

    @Override
    public int giveUp(Instant before) {
        return jdbc.sql("DELETE FROM upload WHERE begun_at < ?").param(at(before)).update();
    }
}
