/**
 * Promises in a case (告知承诺, 要件后补; 国办发〔2020〕42号): the authority tells in a notice which materials
 * may follow and by when, the applicant promises them, and the case is handled with fewer papers.
 * What is handed in fulfils the promise, what is not becomes overdue by a timer. Who is restricted
 * may only file the ordinary way. What an overdue promise means for a record is the credit
 * service's matter.
 */
@NullMarked
package org.oneseal.cases.promises;

import org.jspecify.annotations.NullMarked;
