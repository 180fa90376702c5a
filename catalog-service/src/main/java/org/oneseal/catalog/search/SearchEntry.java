package org.oneseal.catalog.search;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * Something that can be found.
 *
 * @param ref names it within its kind: an item's code, a package's id
 * @param region where it counts, and below
 * @param title its name, or the question
 * @param aliases other names, or other ways to ask
 * @param others what else it is found by, after its names
 * @param validFrom first day it is found, null from the beginning; Asia/Shanghai
 * @param validTo last day, null without end
 */
public record SearchEntry(
        SearchKind kind,
        String ref,
        RegionCode region,
        String title,
        List<String> aliases,
        List<Other> others,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** Which part of an entry a text is. */
    public enum Field {
        NAME,
        ALIAS,
        RESULT,
        DEPARTMENT,
        MATERIAL,
        TEXT;

        /**
         * Letters find what is short and named; materials and long texts are found by characters.
         */
        boolean read() {
            return this != MATERIAL && this != TEXT;
        }
    }

    /** A text beside the names. */
    public record Other(Field field, String text) {}

    /** Names the entry among all kinds. */
    public String key() {
        return kind + "/" + ref;
    }

    public SearchEntry {
        aliases = List.copyOf(aliases);
        others = List.copyOf(others);
    }
}
