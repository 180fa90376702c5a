/**
 * The presses: papers as PDF/A-2 (ISO 19005) and as OFD (GB/T 33190) with an electronic seal (GB/T
 * 38540). The only place that knows these formats and the typeface; it knows papers and nothing of
 * cases.
 */
@NullMarked
package org.oneseal.cases.printing;

import org.jspecify.annotations.NullMarked;
