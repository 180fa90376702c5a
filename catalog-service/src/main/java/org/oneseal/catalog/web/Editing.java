package org.oneseal.catalog.web;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.Forbidden;

/** Who may edit what of the catalog: editors and operators, in their own region and below it. */
final class Editing {

    private Editing() {}

    /**
     * The region within which the caller edits, null for none; an operator without one: the nation.
     */
    static @Nullable RegionCode within(Caller caller) {
        if (!caller.has(Role.CATALOG_EDITOR) && !caller.has(Role.PLATFORM_OPERATOR)) return null;
        RegionCode region = caller.region();
        if (region != null) return region;
        return caller.has(Role.PLATFORM_OPERATOR) ? RegionCode.NATION : null;
    }

    static boolean covers(Caller caller, RegionCode region) {
        RegionCode within = within(caller);
        return within != null && within.contains(region);
    }

    /**
     * Goes on if the caller edits in the region.
     *
     * @throws Forbidden otherwise
     */
    static void require(Caller caller, RegionCode region) {
        caller.require(Role.CATALOG_EDITOR, Role.PLATFORM_OPERATOR);
        if (!covers(caller, region)) throw new Forbidden("edits elsewhere than " + region);
    }

    static Actor actor(Caller caller) {
        Role role = caller.has(Role.CATALOG_EDITOR) ? Role.CATALOG_EDITOR : Role.PLATFORM_OPERATOR;
        return Actor.person(
                caller.subject(),
                role.realmName(),
                caller.department(),
                caller.party(),
                caller.client());
    }
}
