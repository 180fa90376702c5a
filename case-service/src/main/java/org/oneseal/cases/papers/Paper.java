package org.oneseal.cases.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a paper says. It knows nothing of sheets; {@link Layout} sets it.
 *
 * @param issuedAt when what it tells happened
 * @param verifyUrl printed as a QR code
 */
public record Paper(
        PaperKind kind,
        String title,
        String number,
        String addressee,
        List<String> paragraphs,
        List<Row> rows,
        String authority,
        LocalDate date,
        Instant issuedAt,
        String verifyUrl) {

    public Paper {
        paragraphs = List.copyOf(paragraphs);
        rows = List.copyOf(rows);
    }

    /** A line of its table. */
    public record Row(String label, String value) {}
}
