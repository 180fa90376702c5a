package org.oneseal.catalog.guide;

/** What is known of a condition: it holds, it fails, or it is open until more is answered. */
public enum Verdict {
    HOLDS,
    FAILS,
    OPEN;

    static Verdict of(boolean holds) {
        return holds ? HOLDS : FAILS;
    }

    Verdict or(Verdict other) {
        if (this == HOLDS || other == HOLDS) return HOLDS;
        return this == FAILS && other == FAILS ? FAILS : OPEN;
    }
}
