/** What may be applied for: regions, calendars, departments, items and their versions. */
@NullMarked
package org.oneseal.catalog;

import org.jspecify.annotations.NullMarked;
