/**
 * Promises made in cases (告知承诺) as the case service tells them: which materials follow, by when,
 * and whether they came. An overdue promise proposes its party for a list; nobody is listed by it,
 * and who makes it good in the days of rectification is not proposed any more.
 *
 * <p>Source: 国办发〔2020〕42号. The promise itself lives in its case. Must not depend on web, messaging
 * or SQL.
 */
@NullMarked
package org.oneseal.credit.promises;

import org.jspecify.annotations.NullMarked;
