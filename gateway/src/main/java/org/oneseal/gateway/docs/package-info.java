/**
 * One page of documentation over the OpenAPI documents of all services. Everything it loads comes
 * from here; the documents come through the gateway's own routes.
 */
@NullMarked
package org.oneseal.gateway.docs;

import org.jspecify.annotations.NullMarked;
