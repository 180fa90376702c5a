/** How intermediary institutions are admitted and chosen. */
@NullMarked
package org.oneseal.market;

import org.jspecify.annotations.NullMarked;
