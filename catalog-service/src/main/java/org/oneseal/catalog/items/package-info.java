/**
 * Items (事项): what may be applied for, with materials, steps, limits, results and reform flags. An
 * editor drafts, the checks of GB/T 39554 and the licence law (行政许可法) are put to the draft all at
 * once, and publishing makes an immutable version; a running case keeps the version it was accepted
 * under. Suspended and cancelled items take no new cases.
 *
 * <p>Every number of a check is data with a region and a date ({@link PublishParameters}).
 */
@NullMarked
package org.oneseal.catalog.items;

import org.jspecify.annotations.NullMarked;
