/** The front door: routes, token check, limits. */
@NullMarked
package org.oneseal.gateway;

import org.jspecify.annotations.NullMarked;
