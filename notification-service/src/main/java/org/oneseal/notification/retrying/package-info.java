/**
 * When to try again and when to stop (重试计划): a list of waits per channel, kept as data. What counts
 * as worth another try is for the channel to say.
 */
@NullMarked
package org.oneseal.notification.retrying;

import org.jspecify.annotations.NullMarked;
