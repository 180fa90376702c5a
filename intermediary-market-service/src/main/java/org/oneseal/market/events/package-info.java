/**
 * The published language of the market: one record an event, primitives and dates only. Who the
 * practitioners are is never told, only how many. The schemas and samples under contracts/events/v1
 * tell other services the same.
 */
@NullMarked
package org.oneseal.market.events;

import org.jspecify.annotations.NullMarked;
