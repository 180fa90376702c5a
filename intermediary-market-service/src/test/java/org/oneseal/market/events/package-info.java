/** Tests. */
@NullMarked
package org.oneseal.market.events;

import org.jspecify.annotations.NullMarked;
