package org.oneseal.catalog.search;

/** Where whoever publishes puts what can be found, in the transaction that publishes it. */
public interface SearchIndex {

    /** Puts an entry in the place of the one before it. */
    void put(SearchEntry entry);

    /** Takes an entry away; nothing happens where there is none. */
    void remove(SearchKind kind, String ref);
}
