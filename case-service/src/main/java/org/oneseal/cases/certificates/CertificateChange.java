package org.oneseal.cases.certificates;

import java.time.Instant;

/** A change of status, with its ground, its reason and who made it. */
public record CertificateChange(
        String certificateId,
        Certificate.Status before,
        Certificate.Status status,
        String ground,
        String reason,
        String changedBy,
        Instant at) {}
