/** Who is told what: messages from events by template. */
@NullMarked
package org.oneseal.notification;

import org.jspecify.annotations.NullMarked;
