/**
 * Electronic efficiency supervision (行政效能电子监察): one watch a running clock, cards where a threshold
 * is crossed, indicators from what happened.
 *
 * <p>Everything here is derived from other services' events and can be built again from nothing;
 * only what people do with a card is supervision's own.
 */
@NullMarked
package org.oneseal.supervision;

import org.jspecify.annotations.NullMarked;
