/**
 * Who may not do what, because a listing says so (信用约束), as this service sees it: a projection of
 * the credit service's state topic. Asked at intake only; a case that is under way goes on. Nothing
 * here judges whether a listing is right.
 */
@NullMarked
package org.oneseal.cases.restrictions;

import org.jspecify.annotations.NullMarked;
