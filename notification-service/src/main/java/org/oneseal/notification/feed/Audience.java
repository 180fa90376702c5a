package org.oneseal.notification.feed;

import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;

/** Who sees which events: a department's system those of its department, staff their usual part. */
public final class Audience {

    private Audience() {}

    /** The caller's part; a department's system without region and department sees nothing. */
    public static Scope of(Caller caller) {
        boolean staff =
                caller.has(Role.PLATFORM_OPERATOR)
                        || caller.has(Role.AUDITOR)
                        || caller.has(Role.SUPERVISOR);
        if (staff || !caller.has(Role.DEPARTMENT_SYSTEM)) return Scope.of(caller);
        RegionCode region = caller.region();
        String department = caller.department();
        return region == null || department == null
                ? new Scope.Nothing()
                : new Scope.OfDepartment(region, department);
    }
}
