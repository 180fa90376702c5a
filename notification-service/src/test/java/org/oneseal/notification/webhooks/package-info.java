/** Tests. */
@NullMarked
package org.oneseal.notification.webhooks;

import org.jspecify.annotations.NullMarked;
