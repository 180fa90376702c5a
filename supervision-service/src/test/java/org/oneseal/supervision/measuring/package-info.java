/** Tests of measuring. */
@NullMarked
package org.oneseal.supervision.measuring;

import org.jspecify.annotations.NullMarked;
