package org.oneseal.cases.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a case.
 *
 * @param digest with the name of its algorithm; also its place in the vault
 */
public record Document(
        String id,
        String caseId,
        @Nullable String materialCode,
        String fileName,
        String mediaType,
        long size,
        String digest,
        Instant storedAt,
        String storedBy) {}
