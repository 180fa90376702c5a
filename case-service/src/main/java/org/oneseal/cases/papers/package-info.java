/**
 * Papers (文书): the four standard documents of a case (受理通知书, 不予受理通知书, 补正告知书, 不予决定书), the grant and
 * the certificate, written from what happened and from nothing else (行政许可法 art. 32, 38, 39). What a
 * paper says and where it stands on the sheet is settled here; how a sheet becomes a file is behind
 * {@link org.oneseal.cases.papers.Press}. A paper is printed once and kept: whoever reads it later
 * gets the same bytes, and its digest is what the public check compares.
 */
@NullMarked
package org.oneseal.cases.papers;

import org.jspecify.annotations.NullMarked;
