package org.oneseal.cases.certificates;

import java.util.Optional;

/** All certificates. */
public interface Certificates {

    void issue(Certificate certificate, VerifyCode code);

    /** By what the public scans; no scope, the code itself is the right to see it. */
    Optional<Certificate> byCode(VerifyCode code);

    Optional<Certificate> ofCase(String caseId);

    /** The code to be printed on the certificate; only for those who may see the case. */
    Optional<VerifyCode> codeOf(String caseId);
}
