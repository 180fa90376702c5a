/**
 * Where public values come from: a file that somebody outside fills with lottery results, or the
 * address of a beacon; with neither, draws are {@code operator-trusted} and say so. Which rounds
 * there are and when each comes out follows from a first instant and a period, so that a round can
 * be announced before it exists.
 */
@NullMarked
package org.oneseal.market.beacon;

import org.jspecify.annotations.NullMarked;
