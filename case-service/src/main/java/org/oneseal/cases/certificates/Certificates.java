package org.oneseal.cases.certificates;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All certificates. */
public interface Certificates {

    void issue(Certificate certificate, VerifyCode code);

    /** By what the public scans; no scope, the code itself is the right to see it. */
    Optional<Certificate> byCode(VerifyCode code);

    Optional<Certificate> ofCase(String caseId);

    /** The code to be printed on the certificate; only for those who may see the case. */
    Optional<VerifyCode> codeOf(String caseId);

    Optional<Certificate> find(String id);

    /** The version that replaced it. */
    Optional<String> successorOf(String id);

    /** Locked until the end of the transaction: the version of a case that counts. */
    Optional<Certificate> lockOfCase(String caseId);

    /** Valid ones of a party, the newest first. */
    List<Certificate> ofParty(String party, LocalDate day);

    /** Writes the new status and why. */
    void change(CertificateChange change);

    List<CertificateChange> changesOf(String caseId);

    void noteUse(CertificateUse use);

    List<CertificateUse> usesOf(String caseId);
}
