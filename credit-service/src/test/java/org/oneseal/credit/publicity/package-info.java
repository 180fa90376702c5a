/** Tests. */
@NullMarked
package org.oneseal.credit.publicity;

import org.jspecify.annotations.NullMarked;
