/**
 * The call to a service: which headers go in and come out, how long it may take, and when a service
 * that fails is left alone for a while. A service's own problem details pass as they are; a failure
 * that says nothing becomes a problem of the gateway.
 */
@NullMarked
package org.oneseal.gateway.upstream;

import org.jspecify.annotations.NullMarked;
