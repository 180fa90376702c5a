/**
 * Cards: blue reminds, yellow corrects, red calls to account (蓝牌、黄牌、红牌). Rules are data; a card is
 * an act, so a late fact never removes it but proposes its revocation to a person.
 *
 * <p>Supervisors and the departments concerned work here. Must not depend on tables or messages.
 */
@NullMarked
package org.oneseal.supervision.warning;

import org.jspecify.annotations.NullMarked;
