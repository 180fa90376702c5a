/**
 * Editing: a catalog editor begins an item under its implementation code, changes the draft beside
 * the published versions or throws it away. A draft may be wrong; nobody outside its region sees
 * it.
 */
@NullMarked
package org.oneseal.catalog.editing;

import org.jspecify.annotations.NullMarked;
