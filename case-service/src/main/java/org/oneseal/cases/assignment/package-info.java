/**
 * Whose desk a case lies on (签收、分派、转办). Officers take cases of their department from its pool, a
 * head gives them out, whoever holds one passes it on or gives it back. A case that somebody holds
 * is handled by them or their substitute; one that nobody holds by whoever may. The applicant's
 * clock knows nothing of it.
 */
@NullMarked
package org.oneseal.cases.assignment;

import org.jspecify.annotations.NullMarked;
