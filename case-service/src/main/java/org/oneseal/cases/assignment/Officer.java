package org.oneseal.cases.assignment;

import java.util.Set;
import org.oneseal.cases.handling.Handler;
import org.oneseal.platform.region.RegionCode;

/**
 * An officer on the roster of a department (在岗人员).
 *
 * @param subject of their account
 * @param name under which they sign on
 * @param roles kebab-case, those that handle cases
 */
public record Officer(
        String subject, String name, RegionCode region, String department, Set<String> roles) {

    public Officer {
        roles = Set.copyOf(roles);
    }

    /** As the rules see them; their own party is not known here. */
    public Handler handler() {
        return new Handler(subject, roles, null);
    }
}
