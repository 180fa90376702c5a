package org.oneseal.catalog.events;

/** An act is taken back from a day on, which may be to come. */
public record DelegationRevoked(String delegation, String from, String reason)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.delegation-revoked";
    }
}
