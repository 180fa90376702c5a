/**
 * Handling a case (办件), from the application to the delivery of its result: who may do what in
 * which state, and by when. A case is a ledger of dated facts; its state, its due dates and what is
 * told to others are derived from them. Officers, applicants, timers and department systems act on
 * it. The rules are those of the licence law (行政许可法 art. 29-50) and of the pinned item version.
 * Nothing here knows a table, a topic or a request; time always comes as an argument.
 */
@NullMarked
package org.oneseal.cases.handling;

import org.jspecify.annotations.NullMarked;
