/**
 * The beats by which webhooks and e-mails go out, and by which what is past its keeping is taken
 * away. Each beat runs beside the timer's own thread, and never twice at once in a process.
 */
@NullMarked
package org.oneseal.notification.schedule;

import org.jspecify.annotations.NullMarked;
