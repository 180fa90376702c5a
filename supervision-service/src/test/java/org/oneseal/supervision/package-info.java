/** Tests of the whole service. */
@NullMarked
package org.oneseal.supervision;

import org.jspecify.annotations.NullMarked;
