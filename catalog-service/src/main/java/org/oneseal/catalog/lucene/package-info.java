/**
 * The index of texts that each replica keeps for itself: Apache Lucene over files that go when the
 * replica goes. Entries come from the feature that searches, cut and read already; nothing here is
 * a source of truth, no other replica reads it, and a replica that starts builds its own. Knows
 * neither tables nor items.
 */
@NullMarked
package org.oneseal.catalog.lucene;

import org.jspecify.annotations.NullMarked;
