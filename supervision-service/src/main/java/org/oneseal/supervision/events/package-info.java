/**
 * The published language of supervision: one record an event, primitives only, no personal numbers.
 */
@NullMarked
package org.oneseal.supervision.events;

import org.jspecify.annotations.NullMarked;
