/**
 * In-app messages (站内消息): what happened to a case is put into the applicant's inbox, a card into
 * that of the officers in charge, in Chinese and in English, by templates that a region may replace
 * for a time. One event puts one message into one inbox, however often it arrives.
 *
 * <p>No personal number is ever in a message: templates may not hold one and what events bring is
 * masked. Must not depend on web, Kafka or SQL.
 */
@NullMarked
package org.oneseal.notification.inbox;

import org.jspecify.annotations.NullMarked;
