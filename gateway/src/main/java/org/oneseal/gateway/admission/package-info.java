/**
 * How much is under way at once. What a service can't do now is refused at the door, at once and
 * with the time to come again, instead of waiting in a queue until nobody wants the answer any
 * more. The limit follows how long answers take: it grows while they are quick and shrinks when
 * they are slow.
 */
@NullMarked
package org.oneseal.gateway.admission;

import org.jspecify.annotations.NullMarked;
