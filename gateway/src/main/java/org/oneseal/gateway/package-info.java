/**
 * The front door of the platform: one address for apps, department systems and browsers. It knows
 * which service owns which noun, checks tokens, keeps every client within its limit and answers for
 * a service that does not. It holds no business rule and no data, and depends on no other module:
 * whatever it must know is configuration.
 */
@NullMarked
package org.oneseal.gateway;

import org.jspecify.annotations.NullMarked;
