package org.oneseal.catalog.indicators;

/** What of a region's items is counted. */
public enum Figure {
    /** Share of the statutory time that the promises save (承诺压缩率). */
    PROMISE_COMPRESSION,
    /** Items decided at once (即办率). */
    IMMEDIATE,
    /** Items for which nobody must come (零跑动率). */
    ZERO_TRIP,
    /** Items that one can apply for online (网上可办率). */
    ONLINE,
    /** Items that go fully online (全程网办率). */
    FULLY_ONLINE,
    /** Items whose guide is known (指南覆盖率). */
    GUIDE_COVERAGE
}
