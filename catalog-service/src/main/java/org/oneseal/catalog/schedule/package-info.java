/**
 * What the catalog does by itself: loads its reference data at the start, switches items at
 * midnight in Shanghai, provides the coming year's calendar and works off the queue of accounts.
 */
@NullMarked
package org.oneseal.catalog.schedule;

import org.jspecify.annotations.NullMarked;
