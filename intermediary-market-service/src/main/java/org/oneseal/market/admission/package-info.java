/**
 * Admission to the market of intermediary services (中介机构入驻): an institution shows who it is, what
 * it may do and with whom; a market operator checks the form within the working days of the rule in
 * force, two as a rule, and admits or refuses with every reason at once. Who is admitted and
 * qualified today is in the public directory.
 *
 * <p>The substance of what was registered is looked at later and elsewhere. Must not depend on web,
 * messaging or SQL.
 */
@NullMarked
package org.oneseal.market.admission;

import org.jspecify.annotations.NullMarked;
