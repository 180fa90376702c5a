/** The exchange with department systems, asked without a server. */
@NullMarked
package org.oneseal.cases.exchange;

import org.jspecify.annotations.NullMarked;
