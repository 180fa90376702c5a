/**
 * Publicity of licences (双公示): every granted licence becomes a record that must be open to the
 * public within the working days of the rule in force, seven as a rule, counted from the decision
 * date. What identifies a natural person is withheld or de-identified as the rule and the item say.
 *
 * <p>Done by a job at once or by a credit officer. Rules, numbers and modes are data with a region
 * and an effective interval. Must not depend on web, messaging or SQL.
 */
@NullMarked
package org.oneseal.credit.publicity;

import org.jspecify.annotations.NullMarked;
