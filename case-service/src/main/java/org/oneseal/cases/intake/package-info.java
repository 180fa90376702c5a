/**
 * Intake (收件、受理): an application comes in, and the department answers it: taken up, refused, or
 * sent back. Applicants and clerks hand in, clerks and officers answer, the timer answers for a
 * department that stays silent (行政许可法 art. 29-32). What is missing is asked for in {@code
 * correction}. Nothing here knows a request or a table.
 */
@NullMarked
package org.oneseal.cases.intake;

import org.jspecify.annotations.NullMarked;
