package org.oneseal.catalog.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The power has ended, or its end is planned. */
public record PowerCancelled(@JsonValue PowerState power) implements CatalogEvent {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PowerCancelled {}

    @Override
    public String type() {
        return "catalog.power-cancelled";
    }
}
