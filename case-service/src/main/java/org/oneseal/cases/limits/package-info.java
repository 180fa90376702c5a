/**
 * Limits that move (时限变更): one extension with approval and reasons (行政许可法 art. 42), and the recount
 * of open cases after a decree has changed the calendar. How a due date is derived is the case
 * clock's matter, not decided here.
 */
@NullMarked
package org.oneseal.cases.limits;

import org.jspecify.annotations.NullMarked;
