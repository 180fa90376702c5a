/**
 * The calendars (工作日历) by which this service counts, kept as a projection of the catalog's state
 * topic. A decree replaces a year of a region; open cases are then counted anew. The arithmetic is
 * the kernel's.
 */
@NullMarked
package org.oneseal.cases.calendars;

import org.jspecify.annotations.NullMarked;
