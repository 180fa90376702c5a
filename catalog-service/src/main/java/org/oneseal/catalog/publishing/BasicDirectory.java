package org.oneseal.catalog.publishing;

import java.util.Optional;

/** The basic directory (基本目录), kept above the county: which matters exist at all. */
public interface BasicDirectory {

    Optional<Entry> find(String basicCode);

    Optional<Entry> named(String name, String itemType);

    /** A matter. */
    record Entry(String basicCode, String name, String itemType) {}
}
