package org.oneseal.catalog.events;

import tools.jackson.databind.JsonNode;

/**
 * Someone added, changed, approved or withdrew an entry of a register.
 *
 * @param entry what it says afterwards
 */
public record RegisterEdited(
        String register, String key, String region, String action, String origin, JsonNode entry)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.register-edited";
    }
}
