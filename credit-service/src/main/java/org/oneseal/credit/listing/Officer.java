package org.oneseal.credit.listing;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;

/** Who acts for the authority: a credit officer, in the office of a region. */
public record Officer(Actor actor, @Nullable RegionCode region, Scope scope) {

    public String id() {
        return actor.id();
    }
}
