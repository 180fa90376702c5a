/** Tests. */
@NullMarked
package org.oneseal.credit;

import org.jspecify.annotations.NullMarked;
