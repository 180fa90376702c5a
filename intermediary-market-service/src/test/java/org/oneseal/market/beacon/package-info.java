/** Sources of public values: which round is announced, and what is taken for its value. */
@NullMarked
package org.oneseal.market.beacon;

import org.jspecify.annotations.NullMarked;
