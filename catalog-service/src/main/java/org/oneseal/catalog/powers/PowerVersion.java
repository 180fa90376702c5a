package org.oneseal.catalog.powers;

import java.time.Instant;
import java.time.LocalDate;
import org.oneseal.catalog.items.PublishedVersion;

/**
 * A published version of a power; its content never changes.
 *
 * @param number counts from 1
 * @param hash digest of the content with its algorithm
 * @param effectiveFrom first day, Asia/Shanghai
 */
public record PowerVersion(
        int number, PowerContent content, String hash, LocalDate effectiveFrom, Instant publishedAt)
        implements PublishedVersion<PowerContent> {}
