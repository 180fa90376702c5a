/** The catalog's tables in PostgreSQL; the only place with SQL. */
@NullMarked
package org.oneseal.catalog.persistence;

import org.jspecify.annotations.NullMarked;
