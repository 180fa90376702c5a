package org.oneseal.catalog.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The package is offered no more. */
public record PackageWithdrawn(@JsonValue PackageState state) implements CatalogEvent {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PackageWithdrawn {}

    @Override
    public String type() {
        return "catalog.package-withdrawn";
    }
}
