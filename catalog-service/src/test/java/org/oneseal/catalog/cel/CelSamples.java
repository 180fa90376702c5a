package org.oneseal.catalog.cel;

import org.oneseal.catalog.guide.Conditions;

/** The real language for tests of what rests on it. */
public final class CelSamples {

    private CelSamples() {}

    public static Conditions conditions() {
        return new CelConditions();
    }
}
