package org.oneseal.supervision.warning;

/** Why there is a card. */
public enum Origin {
    /** A watch reached the threshold of a rule. */
    RULE,
    /** A yellow card was not answered in time. */
    UNANSWERED,
    /** A supervisor saw what no clock shows (人工发牌). */
    MANUAL
}
