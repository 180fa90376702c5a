package org.oneseal.supervision.warning;

import org.jspecify.annotations.Nullable;

/** Level of a card, mildest first. */
public enum Colour {
    /** 蓝牌: reminds before the promise is broken. */
    BLUE,
    /** 黄牌: corrects when the promise is broken. */
    YELLOW,
    /** 红牌: calls to account when the law's time is over. */
    RED;

    /** True if nothing as grave stands yet. */
    boolean isAbove(@Nullable Colour standing) {
        return standing == null || compareTo(standing) > 0;
    }
}
