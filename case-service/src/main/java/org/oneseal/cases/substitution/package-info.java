/**
 * Substitutes (代班): while an officer is away, another one of the department acts for them, with
 * what the absent one may do and in a time that was set before. Every act says who did it and for
 * whom. It is not delegation of powers between bodies, which is the catalog's.
 */
@NullMarked
package org.oneseal.cases.substitution;

import org.jspecify.annotations.NullMarked;
