/** Logs of an office that exists in tests only, and a program of their own that counts them. */
@NullMarked
package org.oneseal.supervision.retrospect;

import org.jspecify.annotations.NullMarked;
