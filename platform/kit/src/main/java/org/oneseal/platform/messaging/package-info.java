/**
 * Events out and in: a transactional outbox with one relay a service, and an inbox in the
 * transaction of the effect, so that an effect happens once. Order holds per key.
 *
 * <p>Other services' facts come in through {@link Subscription}; nothing else here is meant to be
 * implemented by a service.
 */
@NullMarked
package org.oneseal.platform.messaging;

import org.jspecify.annotations.NullMarked;
