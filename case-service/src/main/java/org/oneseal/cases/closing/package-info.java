/**
 * Closing (送达、撤回): the result reaches the applicant (行政许可法 art. 44), or the applicant withdraws
 * before there is one. Clerks deliver, applicants withdraw; nothing is decided here.
 */
@NullMarked
package org.oneseal.cases.closing;

import org.jspecify.annotations.NullMarked;
