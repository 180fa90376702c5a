package org.oneseal.catalog.resources;

import java.time.Instant;
import java.time.LocalDate;
import org.oneseal.catalog.items.PublishedVersion;

/**
 * What the directory says of a resource from a day on; never changed afterwards.
 *
 * @param number counts from 1
 * @param hash digest of the content
 * @param effectiveFrom first day, Asia/Shanghai
 */
public record ResourceVersion(
        int number,
        ResourceContent content,
        String hash,
        LocalDate effectiveFrom,
        Instant publishedAt)
        implements PublishedVersion<ResourceContent> {}
