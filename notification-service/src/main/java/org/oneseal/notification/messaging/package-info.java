/**
 * Other services' events as notification sees them, and the words their values take in each
 * language. Events that nobody needs to be told of are passed over.
 */
@NullMarked
package org.oneseal.notification.messaging;

import org.jspecify.annotations.NullMarked;
