package org.oneseal.catalog.resources;

/** What happened to an entry of the directory. */
public sealed interface ResourceChange {

    /** Its unit was told to fill it in. */
    record Listed() implements ResourceChange {}

    record Published(ResourceVersion version) implements ResourceChange {}

    record Withdrawn(String reason) implements ResourceChange {}
}
