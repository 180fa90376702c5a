/** Tests of the queue's arithmetic. */
@NullMarked
package org.oneseal.cases.queue;

import org.jspecify.annotations.NullMarked;
