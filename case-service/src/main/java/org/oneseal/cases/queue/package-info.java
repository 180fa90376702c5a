/**
 * Waiting at the hall (先预审后排队): materials are looked through first, and only who has passed draws a
 * ticket; the green channel goes before appointments, appointments before the rest. What pre-review
 * and serving take is measured, so that windows can be moved to where the work is.
 */
@NullMarked
package org.oneseal.cases.queue;

import org.jspecify.annotations.NullMarked;
