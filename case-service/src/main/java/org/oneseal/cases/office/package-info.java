/**
 * What a region rules for its own offices where no law does (内部管理规则): how long one may be stood in
 * for, how long a draft is kept, when the windows of a hall are out of balance. Kept as a book by
 * region and day that only grows; what is done with a rule belongs to the activity that asks.
 */
@NullMarked
package org.oneseal.cases.office;

import org.jspecify.annotations.NullMarked;
