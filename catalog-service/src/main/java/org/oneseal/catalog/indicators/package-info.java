/**
 * Indicators of the catalog (事项指标): by how much the promises are shorter than the law (承诺压缩率), how
 * many items are immediate, need no trip, go fully online, and how deep. They are counted from the
 * published items themselves, exactly, and rounded only where they are shown; what nothing can be
 * said about is null, never zero. An inspection (事项巡检) counts what is claimed of the basic
 * directory, what is published of that, and how much is said (详实度), each with what is behind it.
 */
@NullMarked
package org.oneseal.catalog.indicators;

import org.jspecify.annotations.NullMarked;
