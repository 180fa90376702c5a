/** JSON columns and the few other things that all JDBC adapters share. */
@NullMarked
package org.oneseal.platform.persistence;

import org.jspecify.annotations.NullMarked;
