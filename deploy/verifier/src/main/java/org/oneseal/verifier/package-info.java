/** Checks exported evidence without any server. */
@NullMarked
package org.oneseal.verifier;

import org.jspecify.annotations.NullMarked;
