/** Tests. */
@NullMarked
package org.oneseal.notification;

import org.jspecify.annotations.NullMarked;
