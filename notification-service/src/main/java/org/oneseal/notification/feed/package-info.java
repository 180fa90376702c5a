/**
 * The public events of all services in the order they were committed here (事件订阅): department
 * systems read them with a cursor or have them brought by webhooks. Each reader sees what lies in
 * the region and department of its token; events carry no personal number, and what officers wrote
 * into free text is masked on the way in.
 *
 * <p>Append-only: cursors point into it. Must not depend on web, Kafka or SQL.
 */
@NullMarked
package org.oneseal.notification.feed;

import org.jspecify.annotations.NullMarked;
