/**
 * Event logs as files: XES (IEEE 1849) and CSV, each read as a stream. The only place that knows
 * the formats; what the columns mean, the mapping says.
 */
@NullMarked
package org.oneseal.supervision.logs;

import org.jspecify.annotations.NullMarked;
