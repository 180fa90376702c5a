/**
 * The published language of the notification service: that somebody was told, and that a template
 * changed; never what a message says. The schemas and samples under contracts/events/v1 tell other
 * services the same.
 */
@NullMarked
package org.oneseal.notification.events;

import org.jspecify.annotations.NullMarked;
