/** Tests. */
@NullMarked
package org.oneseal.credit.events;

import org.jspecify.annotations.NullMarked;
