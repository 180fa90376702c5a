package org.oneseal.catalog.web;

import java.time.Instant;
import java.time.LocalDate;
import org.oneseal.catalog.items.ItemVersion;

/** One line of an item's list of versions. */
record ItemVersionView(
        int version, String contentHash, LocalDate effectiveFrom, Instant publishedAt) {

    static ItemVersionView of(ItemVersion version) {
        return new ItemVersionView(
                version.number(), version.hash(), version.effectiveFrom(), version.publishedAt());
    }
}
