/**
 * Powers (职权事项): what a body does of its own accord and nobody applies for, such as penalties
 * (行政处罚), coercion (行政强制), levies (行政征收) and inspections (行政检查). Editors keep them like items, as a
 * draft and versions that never change, so that the power list (权责清单) of a body can be shown for
 * any day.
 *
 * <p>A power is no item: it has no materials, limits or forms, and no case begins with it. Nothing
 * here reaches the items topic, searches, guides or packages. Items stand in the same list by
 * themselves.
 */
@NullMarked
package org.oneseal.catalog.powers;

import org.jspecify.annotations.NullMarked;
