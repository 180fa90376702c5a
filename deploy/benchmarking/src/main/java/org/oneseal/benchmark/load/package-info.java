/**
 * Fills a platform with cases that it has never handled but that look as if it had: copies of a few
 * cases it did handle, with their own numbers, people, places and days, and with evidence chains
 * computed anew by the kernel's own code. Rows go in by COPY, straight into the tables of case and
 * supervision; nothing is announced. Times move with the calendar: what happened keeps its distance
 * in the day, what is due stays as many working days away.
 *
 * <p>Knows tables by name and no service's classes.
 */
@NullMarked
package org.oneseal.benchmark.load;

import org.jspecify.annotations.NullMarked;
