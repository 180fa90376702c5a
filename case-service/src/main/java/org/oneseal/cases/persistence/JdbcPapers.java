package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.certificates.VerifyCode;
import org.oneseal.cases.papers.PaperKind;
import org.oneseal.cases.papers.Papers;
import org.oneseal.platform.protection.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPapers implements Papers {

    private static final String SELECT =
            """
            SELECT id, case_id, kind, number, title, holder_mask, item_name, authority, dated,
                   pdf_digest, ofd_digest, printed_at FROM paper
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    JdbcPapers(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    @Override
    public Optional<Printed> find(String caseId, PaperKind kind, String number) {
        return jdbc.sql(SELECT + " WHERE case_id = ? AND kind = ? AND number = ?")
                .params(caseId, kind.name(), number)
                .query(JdbcPapers::printed)
                .optional();
    }

    @Override
    public List<Printed> ofCase(String caseId) {
        return jdbc.sql(SELECT + " WHERE case_id = ? ORDER BY printed_at, id LIMIT 100")
                .param(caseId)
                .query(JdbcPapers::printed)
                .list();
    }

    @Override
    public Optional<Printed> byCode(VerifyCode code) {
        return jdbc.sql(SELECT + " WHERE verify_hash = ?")
                .param(code.hash())
                .query(JdbcPapers::printed)
                .optional();
    }

    @Override
    public boolean add(Printed paper, @Nullable VerifyCode code) {
        return jdbc.sql(
                                """
                                INSERT INTO paper (id, case_id, kind, number, title, holder_mask,
                                    item_name, authority, dated, pdf_digest, ofd_digest, printed_at,
                                    verify_hash, verify_cipher)
                                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                ON CONFLICT (case_id, kind, number) DO NOTHING
                                """)
                        .param(paper.id())
                        .param(paper.caseId())
                        .param(paper.kind().name())
                        .param(paper.number())
                        .param(paper.title())
                        .param(paper.holderMask())
                        .param(paper.itemName())
                        .param(paper.authority())
                        .param(paper.dated())
                        .param(paper.pdfDigest())
                        .param(paper.ofdDigest())
                        .param(at(paper.printedAt()))
                        .param(code == null ? null : code.hash())
                        .param(
                                code == null
                                        ? null
                                        : cipher.encrypt(
                                                code.value(), "paper/" + paper.id() + "/verify"))
                        .update()
                == 1;
    }

    private static Printed printed(ResultSet r, int row) throws SQLException {
        return new Printed(
                r.getString("id"),
                r.getString("case_id"),
                PaperKind.valueOf(r.getString("kind")),
                r.getString("number"),
                r.getString("title"),
                r.getString("holder_mask"),
                r.getString("item_name"),
                r.getString("authority"),
                r.getObject("dated", LocalDate.class),
                r.getString("pdf_digest"),
                r.getString("ofd_digest"),
                Columns.instant(r, "printed_at"));
    }
}
