/**
 * The catalog's working-day calendars in a service that counts on them: a projection of the state
 * topic in one table, put together for a region from its own years and those above it. A service
 * takes part by {@code oneseal.calendars.follow: true}; what has to move with a decree is a {@code
 * CalendarFollower}. Services that keep calendars in their own form leave it out.
 */
@NullMarked
package org.oneseal.platform.calendars;

import org.jspecify.annotations.NullMarked;
