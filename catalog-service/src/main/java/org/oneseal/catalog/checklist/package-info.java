/**
 * Personal checklist (一次告知): what one applicant needs for an item here and today, by the answers to
 * its guide. Takes the version that governs, who handles the item at the place, and what is on file
 * already, and gives a reason for every line.
 *
 * <p>Nothing is stored: the same questions get the same answer from the same version.
 */
@NullMarked
package org.oneseal.catalog.checklist;

import org.jspecify.annotations.NullMarked;
