/**
 * The published language of the credit service: one record an event, primitives and dates only. The
 * schemas and samples under contracts/events/v1 tell other services the same. Names of natural
 * persons appear as masks; no personal number is ever in here.
 */
@NullMarked
package org.oneseal.credit.events;

import org.jspecify.annotations.NullMarked;
