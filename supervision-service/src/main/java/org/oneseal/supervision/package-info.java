/** Who watches the watch: watches, cards and indicators. */
@NullMarked
package org.oneseal.supervision;

import org.jspecify.annotations.NullMarked;
