package org.oneseal.catalog.search;

/** How well a hit fits, best first. */
public enum Tier {
    /** Is called so. */
    EXACT,
    /** Its name begins so. */
    PREFIX,
    /** All words are in its names. */
    NAME,
    /** All words, or words that mean the same, are in its names. */
    SYNONYM,
    /** All words are somewhere in it. */
    ANYWHERE,
    /** All words are in it as they sound. */
    SOUND,
    /** At least half of the pairs of characters are in its names. */
    PARTIAL
}
