package org.oneseal.cases.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a case.
 *
 * @param digest with the name of its algorithm; also its place in the vault
 * @param origin where it came from
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
        String storedBy,
        Scan scan,
        Origin origin) {

    /** What a scanner said of it; what it called infected is never kept. */
    public enum Scan {
        /** No scanner is set up: nothing is known. */
        NOT_SCANNED,
        CLEAN
    }

    public enum Source {
        UPLOAD,
        /** A document of an earlier case. */
        DOCUMENT,
        /** A certificate that was issued here. */
        CERTIFICATE
    }

    /**
     * Where it came from.
     *
     * @param id of the document or certificate that is used again
     * @param purpose what for, where it is used again
     * @param consentBy the party that agreed to that
     */
    public record Origin(
            Source source,
            @Nullable String id,
            @Nullable String purpose,
            @Nullable String consentBy) {

        public static final Origin UPLOADED = new Origin(Source.UPLOAD, null, null, null);
    }
}
