package org.oneseal.platform.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of outbox and inbox.
 *
 * @param relay false keeps a process from sending; another replica does
 * @param poll how often the relay looks when nothing woke it
 * @param batch events a round of the relay
 * @param sendAttempts tries before an event is quarantined
 * @param handleAttempts tries before an event is set aside as poisoned
 * @param concurrency consumer threads a subscription
 */
@ConfigurationProperties("oneseal.messaging")
public record MessagingProperties(
        @DefaultValue("true") boolean relay,
        @DefaultValue("20ms") Duration poll,
        @DefaultValue("500") int batch,
        @DefaultValue("5") int sendAttempts,
        @DefaultValue("3") int handleAttempts,
        @DefaultValue("1") int concurrency) {}
