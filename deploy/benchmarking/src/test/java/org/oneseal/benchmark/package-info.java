/** What the command line asks for. */
@NullMarked
package org.oneseal.benchmark;

import org.jspecify.annotations.NullMarked;
