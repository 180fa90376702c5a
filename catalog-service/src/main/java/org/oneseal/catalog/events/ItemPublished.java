package org.oneseal.catalog.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The version was published, or its suspension has ended. */
public record ItemPublished(@JsonValue ItemState item) implements CatalogEvent {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ItemPublished {}

    @Override
    public String type() {
        return "catalog.item-published";
    }
}
