package org.oneseal.catalog.items;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A published version (版本); what it says never changes.
 *
 * @param <C> what it says
 */
public interface PublishedVersion<C> {

    /** Counts from 1. */
    int number();

    C content();

    /** Digest of the content with its algorithm. */
    String hash();

    /** First day, Asia/Shanghai. */
    LocalDate effectiveFrom();

    Instant publishedAt();

    /** How often its state was announced; the sequence of the next announcement follows. */
    default long announced() {
        return 0;
    }
}
