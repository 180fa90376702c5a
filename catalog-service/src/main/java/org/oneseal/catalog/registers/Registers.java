package org.oneseal.catalog.registers;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** All entries of all registers. */
public interface Registers {

    Optional<RegisterEntry> find(Register register, String key);

    /**
     * Stores an entry; a new one is expected at version 0.
     *
     * @throws org.oneseal.platform.web.StaleVersion if someone else was faster
     */
    void save(RegisterEntry entry, long expected);

    /** Entries in order of their first word and key. */
    List<RegisterEntry> list(Query query);

    /** Entries of these regions that count and name one of the words exactly. */
    List<RegisterEntry> naming(
            Register register, Collection<String> words, Collection<RegionCode> regions);

    /** All entries that count in a region or below it, by key. */
    List<RegisterEntry> within(Register register, RegionCode region);

    /**
     * Which entries are wanted.
     *
     * @param text part of one of the words, empty for any
     * @param region those of this region and above it, null for all
     * @param item only answers about this item, null for all
     * @param withdrawnToo also those that no longer count
     * @param after first word and key of the last one seen, empty from the start
     */
    record Query(
            Register register,
            String text,
            @Nullable RegionCode region,
            @Nullable String item,
            boolean withdrawnToo,
            List<String> after,
            int limit) {}
}
