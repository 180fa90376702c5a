/**
 * How applications come in (收件方式): begun as a draft and resumed, many in one hand-in, for somebody
 * else with a mandate (帮代办、亲情帮办), under a project number, or through the green channel (绿色通道). What
 * is right and wrong with an application itself is settled in {@code intake}.
 */
@NullMarked
package org.oneseal.cases.filing;

import org.jspecify.annotations.NullMarked;
