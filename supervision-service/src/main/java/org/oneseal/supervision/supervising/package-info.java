/**
 * What supervision does, day and night: takes facts into dossiers, keeps the watches derived from
 * them, draws the cards that are due and proposes to revoke those that a late fact no longer
 * supports (domain §3.5).
 *
 * <p>A batch of facts is one transaction. Which card is drawn depends on the facts and on when each
 * became known, never on when a replica happened to look, so a rebuild draws the same ones.
 */
@NullMarked
package org.oneseal.supervision.supervising;

import org.jspecify.annotations.NullMarked;
