/**
 * Review (审查): the steps between acceptance and decision, each by the role that the item names, in
 * the item's order, and by another person than the accepter where the item says so (审批分离).
 */
@NullMarked
package org.oneseal.cases.review;

import org.jspecify.annotations.NullMarked;
