package org.oneseal.supervision.warning;

import org.oneseal.supervision.watching.Watch;

/** Which watches a rule speaks of. What a watch does not have makes nothing hold. */
@FunctionalInterface
public interface Condition {

    boolean holds(Watch watch);
}
