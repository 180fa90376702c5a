package org.oneseal.catalog.resources;

/** How often a resource is brought up to date (更新周期). */
public enum UpdateFrequency {
    REAL_TIME,
    DAILY,
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    YEARLY,
    /** 不定期: whenever something changes. */
    ON_CHANGE
}
