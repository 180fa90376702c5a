/**
 * Working calendars: for each region and year the days off, the weekend days that are worked and
 * the office hours. The State Council's office decrees them each November; a coming year without a
 * decree is provisional (weekends and the statutory holidays only), and the decree supersedes it.
 *
 * <p>How days are counted is the kernel's affair; here is only which days are which.
 */
@NullMarked
package org.oneseal.catalog.calendars;

import org.jspecify.annotations.NullMarked;
