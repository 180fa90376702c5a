/**
 * Importing: a county's item list, a table of a line an item, is completed by derivation rules that
 * are data, checked like any draft, and published line by line. A line that meets an objection is
 * refused with all of them; a list that is taken in twice changes nothing.
 */
@NullMarked
package org.oneseal.catalog.importing;

import org.jspecify.annotations.NullMarked;
