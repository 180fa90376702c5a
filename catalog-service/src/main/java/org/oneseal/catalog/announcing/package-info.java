/**
 * Filling lost state topics again: everything in force is announced once more with the sequences it
 * has, so that a reader who begins from nothing holds the whole catalog. Nothing changes by it.
 */
@NullMarked
package org.oneseal.catalog.announcing;

import org.jspecify.annotations.NullMarked;
