/** Templates and inboxes in PostgreSQL; the only place here that knows SQL. */
@NullMarked
package org.oneseal.notification.persistence;

import org.jspecify.annotations.NullMarked;
