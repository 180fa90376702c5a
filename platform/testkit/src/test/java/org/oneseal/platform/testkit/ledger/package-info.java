/** The smallest service there can be, to try the kit on: a ledger of notes. */
@NullMarked
package org.oneseal.platform.testkit.ledger;

import org.jspecify.annotations.NullMarked;
