/**
 * Items (事项): what may be applied for, with materials, steps, limits, results and reform flags. An
 * item is a draft and the versions published from it; a version never changes, and a running case
 * keeps the one it was accepted under. Every change passes one desk, which stores it with its
 * history and announces what is new.
 *
 * <p>What may be published is for {@code publishing} to say; nothing here knows the checks.
 */
@NullMarked
package org.oneseal.catalog.items;

import org.jspecify.annotations.NullMarked;
