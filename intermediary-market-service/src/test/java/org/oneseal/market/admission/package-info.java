/** Tests. */
@NullMarked
package org.oneseal.market.admission;

import org.jspecify.annotations.NullMarked;
