package org.oneseal.catalog.search;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be found, as it is stored for all replicas. Each change bears the number of its
 * transaction, so that a replica learns what was committed since it last looked.
 */
public interface SearchEntries {

    /** Stores an entry in the place of the one before it; an equal one is no change. */
    void put(SearchEntry entry);

    void remove(SearchKind kind, String ref);

    /** Keeps everyone else from changing entries until the transaction ends. */
    void hold();

    /** Takes away all of a kind but these. */
    void keepOnly(SearchKind kind, Collection<String> refs);

    /** Whether there are none, or some were made in another edition. */
    boolean outdated();

    /** Gives numbers of this database to entries that were restored from another one. */
    void renumber();

    /** The number below which every transaction has ended. */
    long horizon();

    /** Changes bearing this number or a higher one, in order, after the last one seen. */
    List<Change> changes(long from, @Nullable Change after, int limit);

    /** What {@link #changes} would tell from the start, without the entries. */
    List<Change> changedKeys(long from, int limit);

    /**
     * A change.
     *
     * @param number of its transaction; a later change may bear a lower one
     * @param entry as it is now; null where it is gone, or was not asked for
     */
    record Change(SearchKind kind, String ref, long number, @Nullable SearchEntry entry) {

        /** Names the entry among all kinds. */
        public String key() {
            return kind + "/" + ref;
        }
    }
}
