package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.oneseal.cases.documents.Document;
import org.oneseal.cases.documents.Documents;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcDocuments implements Documents {

    private static final String SELECT =
            """
            SELECT id, case_id, material_code, file_name, media_type, size, digest, stored_at,
                   stored_by, scan, source, source_id, purpose, consent_by
              FROM document
            """;

    private final JdbcClient jdbc;

    JdbcDocuments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(Document document) {
        jdbc.sql(
                        """
                        INSERT INTO document (id, case_id, material_code, file_name, media_type, size,
                                              digest, stored_at, stored_by, scan, source,
                                              source_id, purpose, consent_by)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(document.id())
                .param(document.caseId())
                .param(document.materialCode())
                .param(document.fileName())
                .param(document.mediaType())
                .param(document.size())
                .param(document.digest())
                .param(at(document.storedAt()))
                .param(document.storedBy())
                .param(document.scan().name())
                .param(document.origin().source().name())
                .param(document.origin().id())
                .param(document.origin().purpose())
                .param(document.origin().consentBy())
                .update();
    }

    @Override
    public List<Document> ofCase(String caseId) {
        return jdbc.sql(SELECT + " WHERE case_id = ? ORDER BY id LIMIT 200")
                .param(caseId)
                .query(JdbcDocuments::document)
                .list();
    }

    @Override
    public Optional<Document> find(String caseId, String id) {
        return jdbc.sql(SELECT + " WHERE case_id = ? AND id = ?")
                .param(caseId)
                .param(id)
                .query(JdbcDocuments::document)
                .optional();
    }

    @Override
    public List<Document> ofParty(String party, String exceptCase) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE case_id IN (SELECT id FROM cases WHERE party = :party
                                                   UNION ALL
                                                   SELECT id FROM case_archive WHERE party = :party)
                                   AND case_id <> :except
                                 ORDER BY stored_at DESC, id LIMIT 200
                                """)
                .param("party", party)
                .param("except", exceptCase)
                .query(JdbcDocuments::document)
                .list();
    }

    private static Document document(ResultSet r, int row) throws SQLException {
        return new Document(
                r.getString("id"),
                r.getString("case_id"),
                r.getString("material_code"),
                r.getString("file_name"),
                r.getString("media_type"),
                r.getLong("size"),
                r.getString("digest"),
                Columns.instant(r, "stored_at"),
                r.getString("stored_by"),
                Document.Scan.valueOf(r.getString("scan")),
                new Document.Origin(
                        Document.Source.valueOf(r.getString("source")),
                        r.getString("source_id"),
                        r.getString("purpose"),
                        r.getString("consent_by")));
    }
}
