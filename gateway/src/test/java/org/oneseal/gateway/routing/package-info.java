/** Whose paths are whose. */
@NullMarked
package org.oneseal.gateway.routing;

import org.jspecify.annotations.NullMarked;
