package org.oneseal.cases.items;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The item versions this service has learned of. Does not ask the catalog: {@link FindItem} does.
 */
public interface ItemVersions {

    /** The highest version whose first day is reached, whatever its status. */
    Optional<ItemVersion> latest(String itemCode, LocalDate day);

    Optional<ItemVersion> version(String itemCode, int version);

    void keep(ItemVersion item);

    void forgetAll();
}
