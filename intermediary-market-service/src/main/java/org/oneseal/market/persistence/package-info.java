/** Institutions and rules in PostgreSQL; the only place here that knows SQL. */
@NullMarked
package org.oneseal.market.persistence;

import org.jspecify.annotations.NullMarked;
