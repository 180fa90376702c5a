package org.oneseal.supervision.warning;

import java.time.Instant;

/**
 * The moment at which a watch reaches a rule's threshold.
 *
 * @param at first instant at which the rule holds
 * @param due the due date it was counted from
 */
public record Crossing(String rule, int ruleVersion, Colour colour, Instant at, Instant due) {}
