/** Tests. */
@NullMarked
package org.oneseal.notification.messaging;

import org.jspecify.annotations.NullMarked;
