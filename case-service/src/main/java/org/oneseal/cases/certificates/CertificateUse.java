package org.oneseal.cases.certificates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A use of a certificate (证照复用): never without a purpose, and with who agreed.
 *
 * @param caseId in which it stands for a material, null where it was only shown
 * @param consentBy the party that agreed
 */
public record CertificateUse(
        String certificateId,
        @Nullable String caseId,
        String purpose,
        String consentBy,
        String usedBy,
        String client,
        @Nullable String department,
        Instant at) {}
