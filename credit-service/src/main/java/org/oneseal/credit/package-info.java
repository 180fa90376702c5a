/** What credit follows from a decision: publicity records. */
@NullMarked
package org.oneseal.credit;

import org.jspecify.annotations.NullMarked;
