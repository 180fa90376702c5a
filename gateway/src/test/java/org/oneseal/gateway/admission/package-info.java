/** How the limit of what is under way moves. */
@NullMarked
package org.oneseal.gateway.admission;

import org.jspecify.annotations.NullMarked;
