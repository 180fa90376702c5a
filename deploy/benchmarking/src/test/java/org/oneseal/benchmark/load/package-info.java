/** The loader against a real PostgreSQL with the services' own tables. */
@NullMarked
package org.oneseal.benchmark.load;

import org.jspecify.annotations.NullMarked;
