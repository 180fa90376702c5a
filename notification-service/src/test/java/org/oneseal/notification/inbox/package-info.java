/** Tests. */
@NullMarked
package org.oneseal.notification.inbox;

import org.jspecify.annotations.NullMarked;
