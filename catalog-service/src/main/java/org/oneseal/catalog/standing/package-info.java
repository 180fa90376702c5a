/**
 * Standing lists (清单) of a body or a region as of a day: the power list (权责清单), the list of public
 * services (公共服务事项清单), of government services (政务服务事项清单) and of filings (行政备案事项清单). They are read
 * from the published versions of items and powers, so nothing is entered twice, and any day that
 * has been can be asked for again. Which types belong to which list is data, by region and day.
 */
@NullMarked
package org.oneseal.catalog.standing;

import org.jspecify.annotations.NullMarked;
