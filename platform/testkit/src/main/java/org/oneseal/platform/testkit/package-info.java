/**
 * What tests of services share: real servers, tokens, an HTTP client, a clock that can be moved,
 * and the rules of the architecture. Belongs to tests alone.
 */
@NullMarked
package org.oneseal.platform.testkit;

import org.jspecify.annotations.NullMarked;
