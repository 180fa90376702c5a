package org.oneseal.catalog.items;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A published version of an item; its content never changes.
 *
 * @param number counts from 1
 * @param hash digest of the content with its algorithm
 * @param effectiveFrom first day of intake, Asia/Shanghai
 * @param announced how often its state was announced; the sequence of the next one follows
 */
public record ItemVersion(
        int number,
        ItemContent content,
        String hash,
        LocalDate effectiveFrom,
        Instant publishedAt,
        long announced)
        implements PublishedVersion<ItemContent> {

    ItemVersion announcedAgain() {
        return new ItemVersion(number, content, hash, effectiveFrom, publishedAt, announced + 1);
    }
}
