/**
 * Reads the reference data that come with the service: regions, calendars, the basic directory, the
 * rules of publishing and of the import. Each file names its origin in its first line.
 */
@NullMarked
package org.oneseal.catalog.storage;

import org.jspecify.annotations.NullMarked;
