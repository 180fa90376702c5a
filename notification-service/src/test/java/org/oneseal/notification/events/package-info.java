/** Tests. */
@NullMarked
package org.oneseal.notification.events;

import org.jspecify.annotations.NullMarked;
