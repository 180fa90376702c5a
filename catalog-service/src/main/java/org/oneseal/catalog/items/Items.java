package org.oneseal.catalog.items;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;

/** All items with their versions. */
public interface Items {

    Optional<Item> find(String code);

    /**
     * Stores a new item with its first history entry.
     *
     * @throws org.oneseal.platform.web.StaleVersion if the code is taken
     */
    void add(Item item);

    /**
     * Stores what became of an item, with the versions that are new or were announced again.
     *
     * @param expected version it was read at
     * @throws org.oneseal.platform.web.StaleVersion if someone else was faster
     */
    void save(Item item, long expected);

    /** Items in order of name and code that match. */
    List<ItemSummary> search(ItemSearch search);

    /** What lists show of these items, published or not; codes that name nothing are left out. */
    List<ItemSummary> ofCodes(List<String> codes);

    /** The published items of these departments that are not cancelled, by code. */
    List<ItemSummary> publishedOf(List<String> departments);

    /** Codes of the published items of a region and below it, in order. */
    List<String> publishedWithin(RegionCode region);

    /** Keeps these items from being changed by others until the transaction ends. */
    void lock(List<String> codes);

    /** Codes of published items whose planned cancellation is reached. */
    List<String> cancellationsDue(LocalDate today, int limit);

    /** Codes of items of which a planned version is to take effect, locked for this transaction. */
    List<String> switchesDue(LocalDate today, int limit);

    /** Codes of published items in order, for announcing all of them again. */
    List<String> publishedAfter(String code, int limit);
}
