/** Tests of what comes in from other services. */
@NullMarked
package org.oneseal.cases.messaging;

import org.jspecify.annotations.NullMarked;
