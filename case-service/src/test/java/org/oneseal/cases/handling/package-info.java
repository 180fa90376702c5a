/** Tests of the case itself, without a database. */
@NullMarked
package org.oneseal.cases.handling;

import org.jspecify.annotations.NullMarked;
