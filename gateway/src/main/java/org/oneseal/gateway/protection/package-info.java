/**
 * Who may pass: the token check (issuer, audience, signature, age), the public paths, origins of
 * browsers and the headers that protect them. What a caller may do is decided by the service that
 * owns the object, never here.
 */
@NullMarked
package org.oneseal.gateway.protection;

import org.jspecify.annotations.NullMarked;
