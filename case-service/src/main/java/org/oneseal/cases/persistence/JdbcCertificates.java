package org.oneseal.cases.persistence;

import static org.oneseal.cases.persistence.Columns.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.cases.certificates.Certificate;
import org.oneseal.cases.certificates.CertificateChange;
import org.oneseal.cases.certificates.CertificateUse;
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
                   valid_to, issued_at, status, edition, predecessor FROM certificate
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
                            verify_cipher, edition, predecessor)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
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
                .param(certificate.edition())
                .param(certificate.predecessor())
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
        return jdbc.sql(SELECT + " WHERE case_id = ? ORDER BY edition DESC LIMIT 1")
                .param(caseId)
                .query(JdbcCertificates::certificate)
                .optional();
    }

    @Override
    public Optional<VerifyCode> codeOf(String caseId) {
        return jdbc.sql(
                        """
                        SELECT verify_cipher FROM certificate WHERE case_id = ?
                         ORDER BY edition DESC LIMIT 1
                        """)
                .param(caseId)
                .query(String.class)
                .optional()
                .map(stored -> new VerifyCode(cipher.decrypt(stored, place(caseId))));
    }

    @Override
    public Optional<Certificate> find(String id) {
        return jdbc.sql(SELECT + " WHERE id = ?")
                .param(id)
                .query(JdbcCertificates::certificate)
                .optional();
    }

    @Override
    public Optional<String> successorOf(String id) {
        return jdbc.sql("SELECT id FROM certificate WHERE predecessor = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    @Override
    public Optional<Certificate> lockOfCase(String caseId) {
        return jdbc.sql(SELECT + " WHERE case_id = ? ORDER BY edition DESC LIMIT 1 FOR UPDATE")
                .param(caseId)
                .query(JdbcCertificates::certificate)
                .optional();
    }

    @Override
    public List<Certificate> ofParty(String party, LocalDate day) {
        return jdbc.sql(
                        SELECT
                                + """
                                 WHERE case_id IN (SELECT id FROM cases WHERE party = :party
                                                   UNION ALL
                                                   SELECT id FROM case_archive WHERE party = :party)
                                   AND status = 'VALID' AND (valid_to IS NULL OR valid_to >= :day)
                                 ORDER BY issued_at DESC, id LIMIT 200
                                """)
                .param("party", party)
                .param("day", day)
                .query(JdbcCertificates::certificate)
                .list();
    }

    @Override
    public void change(CertificateChange c) {
        jdbc.sql("UPDATE certificate SET status = ? WHERE id = ?")
                .params(c.status().name(), c.certificateId())
                .update();
        jdbc.sql(
                        """
                        INSERT INTO certificate_change (certificate_id, before, status, ground,
                                                        reason, changed_by, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(c.certificateId())
                .param(c.before().name())
                .param(c.status().name())
                .param(c.ground())
                .param(c.reason())
                .param(c.changedBy())
                .param(at(c.at()))
                .update();
    }

    @Override
    public List<CertificateChange> changesOf(String caseId) {
        return jdbc.sql(
                        """
                        SELECT c.* FROM certificate_change c
                          JOIN certificate f ON f.id = c.certificate_id
                         WHERE f.case_id = ? ORDER BY c.id LIMIT 500
                        """)
                .param(caseId)
                .query(
                        (r, _) ->
                                new CertificateChange(
                                        r.getString("certificate_id"),
                                        Certificate.Status.valueOf(r.getString("before")),
                                        Certificate.Status.valueOf(r.getString("status")),
                                        r.getString("ground"),
                                        r.getString("reason"),
                                        r.getString("changed_by"),
                                        Columns.instant(r, "at")))
                .list();
    }

    @Override
    public void noteUse(CertificateUse use) {
        jdbc.sql(
                        """
                        INSERT INTO certificate_use (certificate_id, case_id, purpose, consent_by,
                                                     used_by, client, department, at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(use.certificateId())
                .param(use.caseId())
                .param(use.purpose())
                .param(use.consentBy())
                .param(use.usedBy())
                .param(use.client())
                .param(use.department())
                .param(at(use.at()))
                .update();
    }

    @Override
    public List<CertificateUse> usesOf(String caseId) {
        return jdbc.sql(
                        """
                        SELECT u.* FROM certificate_use u
                          JOIN certificate f ON f.id = u.certificate_id
                         WHERE f.case_id = ? ORDER BY u.id DESC LIMIT 500
                        """)
                .param(caseId)
                .query(
                        (r, _) ->
                                new CertificateUse(
                                        r.getString("certificate_id"),
                                        r.getString("case_id"),
                                        r.getString("purpose"),
                                        r.getString("consent_by"),
                                        r.getString("used_by"),
                                        r.getString("client"),
                                        r.getString("department"),
                                        Columns.instant(r, "at")))
                .list();
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
                Certificate.Status.valueOf(r.getString("status")),
                r.getInt("edition"),
                r.getString("predecessor"));
    }
}
