package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.oneseal.cases.certificates.Certificate;
import org.oneseal.cases.certificates.Certificates;
import org.oneseal.cases.certificates.VerifyCode;
import org.oneseal.platform.protection.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcCertificates implements Certificates {

    private static final String SELECT =
            """
            SELECT id, case_id, number, type, name, authority, holder_mask, item_name, valid_from,
                   valid_to, issued_at, status FROM certificate
            """;

    private final JdbcClient jdbc;
    private final FieldCipher cipher;

    JdbcCertificates(JdbcClient jdbc, FieldCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    @Override
    public void issue(Certificate certificate, VerifyCode code) {
        jdbc.sql(
                        """
                        INSERT INTO certificate (id, case_id, number, type, name, authority, holder_mask,
                            item_name, valid_from, valid_to, issued_at, status, verify_hash,
                            verify_cipher)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(certificate.id())
                .param(certificate.caseId())
                .param(certificate.number())
                .param(certificate.type())
                .param(certificate.name())
                .param(certificate.authority())
                .param(certificate.holderMask())
                .param(certificate.itemName())
                .param(certificate.validFrom())
                .param(certificate.validTo())
                .param(at(certificate.issuedAt()))
                .param(certificate.status().name())
                .param(code.hash())
                .param(cipher.encrypt(code.value(), place(certificate.caseId())))
                .update();
    }

    @Override
    public Optional<Certificate> byCode(VerifyCode code) {
        return jdbc.sql(SELECT + " WHERE verify_hash = ?")
                .param(code.hash())
                .query(JdbcCertificates::certificate)
                .optional();
    }

    @Override
    public Optional<Certificate> ofCase(String caseId) {
        return jdbc.sql(SELECT + " WHERE case_id = ?")
                .param(caseId)
                .query(JdbcCertificates::certificate)
                .optional();
    }

    @Override
    public Optional<VerifyCode> codeOf(String caseId) {
        return jdbc.sql("SELECT verify_cipher FROM certificate WHERE case_id = ?")
                .param(caseId)
                .query(String.class)
                .optional()
                .map(stored -> new VerifyCode(cipher.decrypt(stored, place(caseId))));
    }

    private static String place(String caseId) {
        return "certificate/" + caseId + "/verify";
    }

    private static Certificate certificate(ResultSet r, int row) throws SQLException {
        return new Certificate(
                r.getString("id"),
                r.getString("case_id"),
                r.getString("number"),
                r.getString("type"),
                r.getString("name"),
                r.getString("authority"),
                r.getString("holder_mask"),
                r.getString("item_name"),
                r.getObject("valid_from", LocalDate.class),
                Columns.dateOrNull(r, "valid_to"),
                Columns.instant(r, "issued_at"),
                Certificate.Status.valueOf(r.getString("status")));
    }
}
