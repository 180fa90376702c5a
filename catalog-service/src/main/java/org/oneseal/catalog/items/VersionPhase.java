package org.oneseal.catalog.items;

/** What a published version is to intake: not yet, now, or replaced by a later one. */
public enum VersionPhase {
    PLANNED,
    GOVERNING,
    SUPERSEDED
}
