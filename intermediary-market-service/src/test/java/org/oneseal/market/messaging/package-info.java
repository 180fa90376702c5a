/** Tests. */
@NullMarked
package org.oneseal.market.messaging;

import org.jspecify.annotations.NullMarked;
