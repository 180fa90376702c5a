/** The catalog's calendars as the market sees them. The only place that knows their shape. */
@NullMarked
package org.oneseal.market.messaging;

import org.jspecify.annotations.NullMarked;
