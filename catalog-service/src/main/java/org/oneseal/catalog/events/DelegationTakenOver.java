package org.oneseal.catalog.events;

/** The receiver handles the items from a day on. */
public record DelegationTakenOver(String delegation, String on) implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.delegation-taken-over";
    }
}
