package org.oneseal.catalog.items;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * A step of handling (环节).
 *
 * @param role realm role of who does it
 * @param limit time of this step, null without one
 * @param separate whether the person must differ from the one who accepted (审批分离)
 */
public record Step(
        String code, String name, String role, @Nullable TimeLimit limit, boolean separate) {}
