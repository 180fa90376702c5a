/**
 * Publishing: the checks of GB/T 39554 and the licence law (行政许可法) are put to a draft all at once,
 * and all objections are told with their ground; a draft that meets none becomes the next version.
 *
 * <p>Every number of a check is data with a region and a date ({@link PublishParameters}), never a
 * constant here.
 */
@NullMarked
package org.oneseal.catalog.publishing;

import org.jspecify.annotations.NullMarked;
