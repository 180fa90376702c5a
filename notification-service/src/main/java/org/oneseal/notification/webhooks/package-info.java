/**
 * Webhooks (事件推送): a department's system registers an address, and what happens in its department
 * is brought there as CloudEvents over HTTP, signed with a key that only both sides know. Events of
 * one key, such as a case, come in order; each at least once, with an id to tell repeats by.
 *
 * <p>Only addresses an operator allowed are called, never the platform's own network. What the
 * other end refuses becomes a dead letter and stops its key until somebody retries or dismisses it;
 * an end that fails for long is paused, and nothing is lost meanwhile. Must not depend on web,
 * Kafka or SQL.
 */
@NullMarked
package org.oneseal.notification.webhooks;

import org.jspecify.annotations.NullMarked;
