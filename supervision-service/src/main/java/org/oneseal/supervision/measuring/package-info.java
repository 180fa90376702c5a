/**
 * Indicators: exact sums a day, region, department, item and channel, kept as differences of what
 * each case contributes, so that counting again from the dossiers gives the same numbers.
 *
 * <p>Ratios are numerator and denominator, null where the denominator is zero; rounding is for the
 * eye that reads them.
 */
@NullMarked
package org.oneseal.supervision.measuring;

import org.jspecify.annotations.NullMarked;
