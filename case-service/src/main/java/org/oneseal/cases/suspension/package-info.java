/**
 * Suspension (特别程序): procedures of the authority during which the clock stands, as hearing, test or
 * expert review (行政许可法 art. 45). Only kinds that the item lists, only what the authority itself
 * commissions, and never longer than announced. What an applicant buys never comes here.
 */
@NullMarked
package org.oneseal.cases.suspension;

import org.jspecify.annotations.NullMarked;
