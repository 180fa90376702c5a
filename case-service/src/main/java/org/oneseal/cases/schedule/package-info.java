/**
 * What happens by itself: deemed acceptance when the law's time for an answer is over, and
 * recounting after a decree. Two replicas may run this at once; rows that one works on the other
 * skips.
 */
@NullMarked
package org.oneseal.cases.schedule;

import org.jspecify.annotations.NullMarked;
