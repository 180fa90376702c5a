/**
 * Rules for cards as data (发牌规则): people of a region set versions of them for their region and
 * below, each with its legal ground and the days it is in force, after having seen what it would
 * have drawn in the past. A version never changes; only its last day may be set.
 *
 * <p>A watch follows the rules of the day it opened, so a new version touches nothing that runs.
 * Must not depend on tables, HTTP or the language of conditions.
 */
@NullMarked
package org.oneseal.supervision.ruling;

import org.jspecify.annotations.NullMarked;
