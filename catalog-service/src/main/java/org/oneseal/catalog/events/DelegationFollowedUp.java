package org.oneseal.catalog.events;

import org.jspecify.annotations.Nullable;

/** Those who handed items on looked back at what became of them (回头看). */
public record DelegationFollowedUp(
        String delegation, String on, String finding, String text, @Nullable String rectifyBy)
        implements CatalogEvent {

    @Override
    public String type() {
        return "catalog.delegation-followed-up";
    }
}
