package org.oneseal.cases.items;

import java.time.LocalDate;
import java.util.Optional;

/** The item version for a new application: what we know, else what the catalog says. */
public final class FindItem {

    private final ItemVersions known;
    private final Catalog catalog;

    public FindItem(ItemVersions known, Catalog catalog) {
        this.known = known;
        this.catalog = catalog;
    }

    /**
     * The version, or nothing where there is none or nobody may apply.
     *
     * @throws RuntimeException of the adapter if it is not known here and the catalog is silent
     */
    public Optional<ItemVersion> find(String itemCode, LocalDate day, String bearer) {
        if (ItemTypes.powerOf(itemCode).isPresent()) return Optional.empty();
        Optional<ItemVersion> here = known.latest(itemCode, day);
        if (here.isPresent()) return here;
        Optional<ItemVersion> there = catalog.inForce(itemCode, bearer);
        there.ifPresent(known::keep);
        return there;
    }
}
