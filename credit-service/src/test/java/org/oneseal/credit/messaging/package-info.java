/** Tests. */
@NullMarked
package org.oneseal.credit.messaging;

import org.jspecify.annotations.NullMarked;
