package org.oneseal.catalog.packages;

import java.time.Instant;
import java.time.LocalDate;
import org.oneseal.catalog.items.PublishedVersion;

/**
 * A published version of a package; its content never changes.
 *
 * @param number counts from 1
 * @param hash digest of the content with its algorithm
 * @param effectiveFrom first day, Asia/Shanghai
 * @param announced how often its state was announced; the sequence of the next one follows
 */
public record PackageVersion(
        int number,
        PackageContent content,
        String hash,
        LocalDate effectiveFrom,
        Instant publishedAt,
        long announced)
        implements PublishedVersion<PackageContent> {

    PackageVersion announcedAgain() {
        return new PackageVersion(number, content, hash, effectiveFrom, publishedAt, announced + 1);
    }
}
