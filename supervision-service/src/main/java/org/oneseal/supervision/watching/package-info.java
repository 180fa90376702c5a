/**
 * Watches: the clocks of a case as supervision sees them. The facts of a case are collected in a
 * dossier; from it, the calendars and the items one pure derivation makes the watches, their due
 * dates and the findings (行政许可法 art. 32, 42, 44, 45).
 *
 * <p>The derived state does not depend on the order in which facts arrive. Must not depend on how
 * facts travel or are stored.
 */
@NullMarked
package org.oneseal.supervision.watching;

import org.jspecify.annotations.NullMarked;
