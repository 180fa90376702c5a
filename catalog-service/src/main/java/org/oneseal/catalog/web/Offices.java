package org.oneseal.catalog.web;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.web.Forbidden;

/** Who works where: what departments tell each other is not for applicants. */
final class Offices {

    private static final Role[] STAFF = {
        Role.WINDOW_CLERK,
        Role.CASE_OFFICER,
        Role.CHIEF_APPROVER,
        Role.CATALOG_EDITOR,
        Role.SUPERVISOR,
        Role.HOTLINE_AGENT,
        Role.CREDIT_OFFICER,
        Role.MARKET_OPERATOR,
        Role.AUDITOR,
        Role.PLATFORM_OPERATOR,
        Role.DEPARTMENT_SYSTEM
    };

    /** Who speaks for a department to another. */
    private static final Role[] SPEAKERS = {
        Role.CASE_OFFICER, Role.CHIEF_APPROVER, Role.CATALOG_EDITOR
    };

    private Offices() {}

    static void require(Caller caller) {
        caller.require(STAFF);
    }

    /** Whether the caller may say something in a department's name. */
    static boolean speaksFor(Caller caller, String department) {
        if (!department.equals(caller.department())) return false;
        for (Role role : SPEAKERS) if (caller.has(role)) return true;
        return false;
    }

    /**
     * Goes on if the caller may say something in a department's name.
     *
     * @throws Forbidden otherwise
     */
    static void requireSpeaker(Caller caller, String department) {
        caller.require(SPEAKERS);
        if (!speaksFor(caller, department)) throw new Forbidden("does not speak for " + department);
    }

    /** Within which region the caller looks over other departments' shoulders, null for nowhere. */
    static @Nullable RegionCode overlooks(Caller caller) {
        RegionCode edits = Editing.within(caller);
        if (edits != null) return edits;
        boolean watches = caller.has(Role.AUDITOR) || caller.has(Role.SUPERVISOR);
        if (!watches) return null;
        RegionCode region = caller.region();
        return region == null ? RegionCode.NATION : region;
    }
}
