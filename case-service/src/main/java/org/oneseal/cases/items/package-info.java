/**
 * What may be applied for, as this service sees it: the published item versions (实施清单) of the
 * catalog, kept as a projection of its state topic. Intake takes the highest version in force; a
 * case keeps the version it was accepted under. The catalog is asked directly only for a version
 * that has not arrived yet. Nothing here decides about a case.
 */
@NullMarked
package org.oneseal.cases.items;

import org.jspecify.annotations.NullMarked;
