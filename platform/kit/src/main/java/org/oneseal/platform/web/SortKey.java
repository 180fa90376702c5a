package org.oneseal.platform.web;

import java.time.DateTimeException;
import java.time.Instant;

/** What a list is sorted by; tells which texts a cursor of that list can hold. */
public enum SortKey {
    /** Ids, codes, names. */
    TEXT,
    /** ISO-8601, of the years that a column can hold. */
    INSTANT,
    /** Whole and not negative. */
    NUMBER;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    boolean reads(String text) {
        return switch (this) {
            case TEXT -> text.chars().noneMatch(Character::isISOControl);
            case INSTANT -> readsInstant(text);
            case NUMBER -> readsNumber(text);
        };
    }

    private static boolean readsInstant(String text) {
        try {
            Instant instant = Instant.parse(text);
            return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean readsNumber(String text) {
        try {
            return Long.parseLong(text) >= 0;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
