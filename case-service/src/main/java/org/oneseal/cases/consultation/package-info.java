/**
 * Consulting another department (征求意见): it is asked a question about a case that is not its own,
 * with a time of its own. Its delay is recorded as its own, so that supervision can tell whose it
 * was; the applicant's clock runs on. The department sees the question and what goes with it, not
 * the case.
 */
@NullMarked
package org.oneseal.cases.consultation;

import org.jspecify.annotations.NullMarked;
