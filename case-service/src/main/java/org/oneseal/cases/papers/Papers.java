package org.oneseal.cases.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.certificates.VerifyCode;

/** All papers that were printed. */
public interface Papers {

    /** A paper on file: of its holder only a mask. */
    record Printed(
            String id,
            String caseId,
            PaperKind kind,
            String number,
            String title,
            String holderMask,
            String itemName,
            String authority,
            LocalDate dated,
            String pdfDigest,
            String ofdDigest,
            Instant printedAt) {

        public String digest(Press.Format format) {
            return switch (format) {
                case PDF -> pdfDigest;
                case OFD -> ofdDigest;
            };
        }
    }

    Optional<Printed> find(String caseId, PaperKind kind, String number);

    List<Printed> ofCase(String caseId);

    /** By what the public scans. */
    Optional<Printed> byCode(VerifyCode code);

    /**
     * @param code null for a certificate, whose own code it bears
     * @return false where somebody else has just printed it
     */
    boolean add(Printed paper, @Nullable VerifyCode code);
}
