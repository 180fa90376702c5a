/** What the clock does in the market. Only starts use cases; decides nothing. */
@NullMarked
package org.oneseal.market.schedule;

import org.jspecify.annotations.NullMarked;
