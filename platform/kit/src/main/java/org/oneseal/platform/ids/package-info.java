/**
 * Identifiers of aggregates: region and time-ordered random, so that a province can be split into
 * cells by routing alone. What the public scans is not made here: it needs more randomness.
 */
@NullMarked
package org.oneseal.platform.ids;

import org.jspecify.annotations.NullMarked;
