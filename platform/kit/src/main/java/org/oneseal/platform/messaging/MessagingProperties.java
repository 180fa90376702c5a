package org.oneseal.platform.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of outbox and inbox.
 *
 * @param relay false keeps a process from sending; another replica does
 * @param poll how often the relay looks when nothing woke it: another replica may have written
 * @param relayPace rounds of the relay that do not fill a batch begin no sooner after one another
 * @param subscriptionPace so do rounds of a subscription: what comes meanwhile goes with the next
 * @param silence how long the Kafka client may say nothing before a fresh one takes its place
 * @param intermission for how long the relay is silent at most while much is being written
 * @param batch events a round of the relay
 * @param sendAttempts tries before an event is quarantined
 * @param handleAttempts tries before an event is set aside as poisoned
 * @param concurrency consumer threads a subscription
 */
@ConfigurationProperties("oneseal.messaging")
public record MessagingProperties(
        @DefaultValue("true") boolean relay,
        @DefaultValue("100ms") Duration poll,
        @DefaultValue("10ms") Duration relayPace,
        @DefaultValue("80ms") Duration subscriptionPace,
        @DefaultValue("20s") Duration silence,
        @DefaultValue("3s") Duration intermission,
        @DefaultValue("500") int batch,
        @DefaultValue("5") int sendAttempts,
        @DefaultValue("3") int handleAttempts,
        @DefaultValue("1") int concurrency) {}
