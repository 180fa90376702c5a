/** Tests of messaging. */
@NullMarked
package org.oneseal.supervision.messaging;

import org.jspecify.annotations.NullMarked;
