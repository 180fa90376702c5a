package org.oneseal.catalog.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The version was published, or another one took over its place. */
public record PackagePublished(@JsonValue PackageState state) implements CatalogEvent {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PackagePublished {}

    @Override
    public String type() {
        return "catalog.package-published";
    }
}
