/** Records and rules in PostgreSQL; the only place of this service that knows SQL. */
@NullMarked
package org.oneseal.credit.persistence;

import org.jspecify.annotations.NullMarked;
