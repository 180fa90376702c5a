/** The relay by itself, for what a real broker does too rarely. */
@NullMarked
package org.oneseal.platform.messaging;

import org.jspecify.annotations.NullMarked;
