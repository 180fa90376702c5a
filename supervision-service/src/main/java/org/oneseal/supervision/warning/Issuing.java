package org.oneseal.supervision.warning;

/** When a card that has been drawn is issued (发牌方式). */
public enum Issuing {
    /** At once. */
    AT_ONCE,
    /** At once within office hours, else when the office opens next. */
    OFFICE_HOURS,
    /** When a supervisor says so (人工发牌). */
    BY_HAND
}
