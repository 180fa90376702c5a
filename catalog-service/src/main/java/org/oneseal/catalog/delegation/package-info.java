/**
 * Delegation (权限下放、赋权、承接、委托、相对集中): who handles an item for a place on a day, and in whose name. An
 * editor of the item's region registers the act by which a body hands items to another: down to a
 * town or village, to a park with a signed letter, to one approval bureau, or by entrustment
 * (行政许可法第二十三条至第二十五条). One resolver answers for everybody.
 *
 * <p>Acts are facts with days; who holds what is derived from them and never stored. What a kind of
 * act needs is data with a region and a date ({@link DelegationRule}).
 */
@NullMarked
package org.oneseal.catalog.delegation;

import org.jspecify.annotations.NullMarked;
