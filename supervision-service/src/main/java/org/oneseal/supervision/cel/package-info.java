/**
 * Reads the conditions of card rules, written in CEL (Common Expression Language), and judges
 * watches by them. The only place that knows the language's library.
 *
 * <p>A part of the language only: logic, comparison, lists of literals, the beginnings, ends and
 * parts of texts. No macros and so no loops, no arithmetic, no patterns: nothing that can fail or
 * go on for long while cards are drawn.
 */
@NullMarked
package org.oneseal.supervision.cel;

import org.jspecify.annotations.NullMarked;
