package org.oneseal.catalog.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A version of the power was published, or its suspension has ended. */
public record PowerPublished(@JsonValue PowerState power) implements CatalogEvent {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PowerPublished {}

    @Override
    public String type() {
        return "catalog.power-published";
    }
}
