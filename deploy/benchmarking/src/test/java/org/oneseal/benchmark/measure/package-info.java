/** What the measurements themselves rest on. */
@NullMarked
package org.oneseal.benchmark.measure;

import org.jspecify.annotations.NullMarked;
