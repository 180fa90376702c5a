/**
 * The tables of this service, the only place with SQL. A case is one row: columns to find it by,
 * and a body with its header and facts. Loading is one probe, saving one guarded update; history
 * and outbox are written by the kit's journal in the same transaction.
 */
@NullMarked
package org.oneseal.cases.persistence;

import org.jspecify.annotations.NullMarked;
