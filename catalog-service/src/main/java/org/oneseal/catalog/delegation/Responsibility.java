package org.oneseal.catalog.delegation;

import java.util.List;

/**
 * Who handles an item for a place on a day.
 *
 * @param handler code of the department that handles it
 * @param inTheNameOf code of the department whose decision it is
 * @param via the acts it came by, from the owner on; empty where the owner handles it
 */
public record Responsibility(String handler, String inTheNameOf, List<Grant> via) {

    public Responsibility {
        via = List.copyOf(via);
    }
}
