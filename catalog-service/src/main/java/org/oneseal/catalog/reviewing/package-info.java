/**
 * What becomes of a draft between its editor and its publication (审定, 审核驳回): somebody's signed word
 * on one text of it, and what a region asks of that word. The same for items, powers and packages,
 * which keep the review beside their draft; knows none of them, nor what a fit draft says.
 */
@NullMarked
package org.oneseal.catalog.reviewing;

import org.jspecify.annotations.NullMarked;
