/**
 * Correction (补正): everything that is missing is told once, and the applicant hands it in (一次性告知,
 * 行政许可法 art. 32). The clerk asks, the applicant answers; a second list is never sent.
 */
@NullMarked
package org.oneseal.cases.correction;

import org.jspecify.annotations.NullMarked;
