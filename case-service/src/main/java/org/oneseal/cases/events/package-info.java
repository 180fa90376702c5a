/**
 * The published language of the case service: one record an event, primitives, instants and dates
 * only. The schemas and samples under contracts/events/v1 say the same to other services, which
 * never compile against these types. Nothing here knows the domain; the handling package writes
 * these records from its facts. Sealed so that every place that switches over them is complete.
 */
@NullMarked
package org.oneseal.cases.events;

import org.jspecify.annotations.NullMarked;
