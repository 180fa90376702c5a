package org.oneseal.catalog.items;

import java.time.Instant;
import java.util.List;
import org.oneseal.catalog.departments.Department;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;

/** Tells the other services what may be applied for, and keeps the evidence of every edit. */
public interface ItemAnnouncements {

    /**
     * Writes what happened into the item's history.
     *
     * @param before the item as it was, for telling what has changed
     */
    Chain record(
            Item before,
            Item item,
            Department department,
            Actor actor,
            List<ItemChange> changes,
            Instant now);

    /** Announces the state of one version, as its {@code announced}-th announcement. */
    void state(Item item, ItemVersion version, Department department, Instant at);
}
