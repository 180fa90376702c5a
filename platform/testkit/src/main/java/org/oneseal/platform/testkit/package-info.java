/** Servers, tokens and rules for tests. */
@NullMarked
package org.oneseal.platform.testkit;

import org.jspecify.annotations.NullMarked;
