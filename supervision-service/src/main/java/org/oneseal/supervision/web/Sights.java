package org.oneseal.supervision.web;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.supervising.Register.Sight;
import org.oneseal.supervision.watching.WatchKind;

/**
 * What of watches and cards a caller's roles show: all of the region to who supervises it, those of
 * their department to officers, what they are responsible for to the hotline, the market and the
 * credit office, what is their own to everybody else.
 */
final class Sights {

    private static final Map<Role, Set<WatchKind>> CHARGES =
            Map.of(
                    Role.HOTLINE_AGENT,
                    EnumSet.of(WatchKind.TICKET, WatchKind.DISCLOSURE, WatchKind.REVIEW),
                    Role.MARKET_OPERATOR,
                    EnumSet.of(WatchKind.MARKET),
                    Role.CREDIT_OFFICER,
                    EnumSet.of(WatchKind.PUBLICITY));

    private Sights() {}

    /** Who may issue what is held sees it. */
    static Sight of(Caller caller) {
        if (supervises(caller)) return new Sight(Scope.of(caller), true, null);
        Sight own = ofDepartment(caller);
        if (!(own.scope() instanceof Scope.Nothing)) return own;
        RegionCode region = caller.region();
        Set<WatchKind> charges = EnumSet.noneOf(WatchKind.class);
        CHARGES.forEach(
                (role, kinds) -> {
                    if (caller.has(role)) charges.addAll(kinds);
                });
        if (region != null && !charges.isEmpty()) {
            return new Sight(new Scope.WithinRegion(region), false, charges);
        }
        String party = caller.party();
        return new Sight(
                party == null ? new Scope.Nothing() : new Scope.OfParty(party), false, null);
    }

    /** Who answers a card answers for their department, whatever else they are. */
    static Sight ofDepartment(Caller caller) {
        RegionCode region = caller.region();
        String department = caller.department();
        boolean officer =
                caller.has(Role.WINDOW_CLERK)
                        || caller.has(Role.CASE_OFFICER)
                        || caller.has(Role.CHIEF_APPROVER);
        return new Sight(
                officer && region != null && department != null
                        ? new Scope.OfDepartment(region, department)
                        : new Scope.Nothing(),
                false,
                null);
    }

    /** Whose figures somebody sees: a charge of one kind of matter is none of a region's cases. */
    static Scope ofFigures(Caller caller) {
        return supervises(caller) ? Scope.of(caller) : ofDepartment(caller).scope();
    }

    private static boolean supervises(Caller caller) {
        return caller.has(Role.SUPERVISOR)
                || caller.has(Role.AUDITOR)
                || caller.has(Role.PLATFORM_OPERATOR);
    }
}
