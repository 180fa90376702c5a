/**
 * How much one client may ask: requests a second, tokens that do not hold, bytes of a body. Kept in
 * the memory of each replica and bounded, so the limit of the platform is the configured one times
 * the replicas. A person is known by token (client and subject), everyone else by address.
 */
@NullMarked
package org.oneseal.gateway.limits;

import org.jspecify.annotations.NullMarked;
