package org.oneseal.catalog.cel;

import dev.cel.common.CelSourceLocation;

/** Places inside a condition as people count them: line and column from 1. */
final class Positions {

    private Positions() {}

    static String of(CelSourceLocation location) {
        return Math.max(1, location.getLine()) + ":" + (Math.max(0, location.getColumn()) + 1);
    }
}
