/**
 * A department's own system as the story plays it: what happened to its cases, read from a log as
 * CSV files and told in the order of the real times, the way the system would have sent it.
 *
 * <p>The real log is the receipt phase of environmental permits of a municipality, 2010–2012
 * (J.C.A.M. Buijs, <i>Receipt phase of an environmental permit application process (WABO)</i>,
 * CoSeLoG project, 4TU.ResearchData). It is not part of this project; without it a made-up month
 * takes its place.
 */
@NullMarked
package org.oneseal.story.feed;

import org.jspecify.annotations.NullMarked;
