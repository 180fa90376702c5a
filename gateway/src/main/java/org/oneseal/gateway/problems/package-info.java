/**
 * What the gateway says when it is the one that answers: problem details (RFC 9457) of the same
 * shape as every service's, in the caller's language. Nothing leaves here as a bare status, and no
 * exception's text reaches a client.
 */
@NullMarked
package org.oneseal.gateway.problems;

import org.jspecify.annotations.NullMarked;
