/**
 * Decision (决定): granted or refused by who may, after the steps, with ground and reasons where
 * refused; what is granted gets its certificate in the same moment (行政许可法 art. 37-39). The
 * certificate's own life is in {@code certificates}.
 */
@NullMarked
package org.oneseal.cases.decision;

import org.jspecify.annotations.NullMarked;
