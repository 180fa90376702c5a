/**
 * Other services' events as the market sees them: restrictions of credit, items of the catalog,
 * cases that are being handled. The only place that knows their shape.
 */
@NullMarked
package org.oneseal.market.messaging;

import org.jspecify.annotations.NullMarked;
