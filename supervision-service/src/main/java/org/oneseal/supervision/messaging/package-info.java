/**
 * Other services' events as supervision sees them: the only place that knows their shapes. Each
 * view is narrower than what is sent, and what is not known is ignored.
 */
@NullMarked
package org.oneseal.supervision.messaging;

import org.jspecify.annotations.NullMarked;
