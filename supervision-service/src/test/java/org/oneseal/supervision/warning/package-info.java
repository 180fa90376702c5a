/** Tests of warning. */
@NullMarked
package org.oneseal.supervision.warning;

import org.jspecify.annotations.NullMarked;
