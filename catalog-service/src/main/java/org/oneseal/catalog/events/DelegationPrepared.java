package org.oneseal.catalog.events;

/** A step of the preparation at the receiver is done. */
public record DelegationPrepared(String delegation, String step, String on)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.delegation-prepared";
    }
}
