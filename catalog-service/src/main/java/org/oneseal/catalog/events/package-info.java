/**
 * What the catalog tells other services: one record an event, primitives and texts only. The
 * records are the published language; contracts/events/v1 holds their schemas and a sample of each.
 *
 * <p>Nothing of the domain is used here, and readers elsewhere declare their own narrower records.
 */
@NullMarked
package org.oneseal.catalog.events;

import org.jspecify.annotations.NullMarked;
