/**
 * Which service answers for which noun of the API. The table is the whole of it: the first segment
 * after {@code /api/v1} decides, but for seals, where the second does. A new noun is a new word in
 * {@link org.oneseal.gateway.routing.Upstream}; nothing here knows what a noun means.
 */
@NullMarked
package org.oneseal.gateway.routing;

import org.jspecify.annotations.NullMarked;
