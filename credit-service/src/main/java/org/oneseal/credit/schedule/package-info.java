/** What happens by time: the job that opens records to the public. */
@NullMarked
package org.oneseal.credit.schedule;

import org.jspecify.annotations.NullMarked;
