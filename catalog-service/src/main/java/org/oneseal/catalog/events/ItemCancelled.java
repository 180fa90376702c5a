package org.oneseal.catalog.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The item takes no new cases any more. */
public record ItemCancelled(@JsonValue ItemState item) implements CatalogEvent {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemCancelled {}

    @Override
    public String type() {
        return "catalog.item-cancelled";
    }
}
