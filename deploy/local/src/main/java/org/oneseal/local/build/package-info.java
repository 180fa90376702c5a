/**
 * What must be built before the platform can start, told by content and not by time. Run from its
 * source by {@code deploy/up}, because the launcher itself may be what is stale, so it uses nothing
 * but the JDK.
 */
@NullMarked
package org.oneseal.local.build;

import org.jspecify.annotations.NullMarked;
