/**
 * PostgreSQL: dossiers, watches, cards, indicators and the projections of calendars and items. One
 * statement a batch, never one a row.
 */
@NullMarked
package org.oneseal.supervision.persistence;

import org.jspecify.annotations.NullMarked;
