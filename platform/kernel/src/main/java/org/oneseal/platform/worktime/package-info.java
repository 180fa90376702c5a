/** The working-time arithmetic. */
@NullMarked
package org.oneseal.platform.worktime;

import org.jspecify.annotations.NullMarked;
