/**
 * Draws that nobody can steer and everybody can recompute (随机抽取): a nonce is committed to before
 * entries are taken, the entries are sealed before a public value comes out that nobody controls,
 * and winner follows from the three by arithmetic alone. Who enters and what is won is not known
 * here; nor is where public values come from. Pure: no clock, no network, no storage.
 */
@NullMarked
package org.oneseal.platform.draw;

import org.jspecify.annotations.NullMarked;
