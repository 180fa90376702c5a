/**
 * The trace id of a request: taken from its {@code traceparent} or begun here, handed to the
 * service and told to the client, so that a complaint can be followed through every log.
 */
@NullMarked
package org.oneseal.gateway.tracing;

import org.jspecify.annotations.NullMarked;
