/** The launcher. */
@NullMarked
package org.oneseal.local;

import org.jspecify.annotations.NullMarked;
