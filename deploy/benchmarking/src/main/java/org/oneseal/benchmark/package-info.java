/**
 * The benchmark: starts a platform of its own, fills it, measures it through the front door with
 * real tokens, and writes what it saw beside what must be reached into {@code docs/performance.md},
 * with the machine, its load, the server's settings and the commit. Figures of different runs are
 * not compared; the ratio to plain JDBC is taken in one run.
 *
 * <p>Nothing of the platform may depend on it.
 */
@NullMarked
package org.oneseal.benchmark;

import org.jspecify.annotations.NullMarked;
