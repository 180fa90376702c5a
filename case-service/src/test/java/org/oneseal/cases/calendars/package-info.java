/** Which days a publication changed, and that nothing else moves by it. */
@NullMarked
package org.oneseal.cases.calendars;

import org.jspecify.annotations.NullMarked;
