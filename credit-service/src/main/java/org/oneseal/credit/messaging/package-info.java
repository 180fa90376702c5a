/**
 * Other services' events as this one sees them: decisions and endings of cases. The only place that
 * knows their shape.
 */
@NullMarked
package org.oneseal.credit.messaging;

import org.jspecify.annotations.NullMarked;
