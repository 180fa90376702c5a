/**
 * The journal: the history of every aggregate, written in the transaction that changes it, chained
 * by hash and announced to the other services. It is the audit row of the auditor, the event log
 * from which others rebuild, and the evidence a citizen can check without us (design 3.6).
 *
 * <p>What a digest, a receipt or a seal is, and how it is verified, stands in {@code
 * org.oneseal.platform.evidence} of the kernel; here are its tables, its schedule and its routes.
 */
@NullMarked
package org.oneseal.platform.journal;

import org.jspecify.annotations.NullMarked;
