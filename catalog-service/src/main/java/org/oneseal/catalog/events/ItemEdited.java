package org.oneseal.catalog.events;

/** Someone changed the draft of an item. */
public record ItemEdited(String itemCode, String draftHash, String action, String origin)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.item-edited";
    }
}
