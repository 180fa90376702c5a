/** Tests. */
@NullMarked
package org.oneseal.market;

import org.jspecify.annotations.NullMarked;
