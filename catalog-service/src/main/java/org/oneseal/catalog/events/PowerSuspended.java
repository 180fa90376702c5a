package org.oneseal.catalog.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The power is not exercised for a while. */
public record PowerSuspended(@JsonValue PowerState power) implements CatalogEvent {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PowerSuspended {}

    @Override
    public String type() {
        return "catalog.power-suspended";
    }
}
