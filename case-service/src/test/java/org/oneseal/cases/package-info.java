/**
 * Tests of the service as a whole: its lifecycle told as a story, its contracts, its architecture.
 */
@NullMarked
package org.oneseal.cases;

import org.jspecify.annotations.NullMarked;
