/** Tests of what supervision does with facts: pure, against a calendar of two years. */
@NullMarked
package org.oneseal.supervision.supervising;

import org.jspecify.annotations.NullMarked;
