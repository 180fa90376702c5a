/**
 * Announces the state of items, calendars, regions and departments on the compacted topics that
 * other services build their projections from.
 */
@NullMarked
package org.oneseal.catalog.messaging;

import org.jspecify.annotations.NullMarked;
