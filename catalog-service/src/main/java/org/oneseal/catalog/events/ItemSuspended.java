package org.oneseal.catalog.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The item takes no new cases for a while. */
public record ItemSuspended(@JsonValue ItemState item) implements CatalogEvent {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemSuspended {}

    @Override
    public String type() {
        return "catalog.item-suspended";
    }
}
