/**
 * Tables as files: CSV and XLSX. A cell that begins like a formula is written so that no program
 * takes it for one. The only place that knows the libraries of both formats.
 */
@NullMarked
package org.oneseal.supervision.sheets;

import org.jspecify.annotations.NullMarked;
