/**
 * Supervision in retrospect (回溯监察): the event log of a department's own system, whatever its
 * columns are called, is read by a mapping, and each case is lived through again under the rules.
 * Supervisors learn what would have been drawn, who was late and who was late in telling.
 *
 * <p>Nothing is issued and nobody is told: no watch, card or indicator of the living changes. Must
 * not depend on file formats or tables.
 */
@NullMarked
package org.oneseal.supervision.retrospect;

import org.jspecify.annotations.NullMarked;
