package org.oneseal.notification.messaging;

import java.util.ArrayList;
import java.util.List;
import org.oneseal.notification.feed.EventLog;
import org.oneseal.notification.feed.FedEvent;
import org.oneseal.notification.inbox.PersonalNumbers;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.platform.region.RegionCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The public topics that go into the log for department systems. */
@Configuration(proxyBeanMethods = false)
class LoggedTopics {

    @Bean
    Subscription loggedCases(EventLog log) {
        return new Logged("notification-feed-cases", "oneseal.cases.v1", log);
    }

    @Bean
    Subscription loggedSupervision(EventLog log) {
        return new Logged("notification-feed-supervision", "oneseal.supervision.v1", log);
    }

    @Bean
    Subscription loggedCredit(EventLog log) {
        return new Logged("notification-feed-credit", "oneseal.credit.v1", log);
    }

    @Bean
    Subscription loggedMarket(EventLog log) {
        return new Logged("notification-feed-market", "oneseal.market.v1", log);
    }

    /** One topic on its way into the log. */
    record Logged(String name, String topic, EventLog log) implements Subscription {

        @Override
        public void handle(List<IncomingEvent> events) {
            List<FedEvent> kept = new ArrayList<>();
            for (IncomingEvent event : events) {
                JsonNode data = event.data();
                String region = event.region();
                // without a place nobody's scope holds it, without data nothing is told
                if (data == null || region == null) continue;
                kept.add(
                        new FedEvent(
                                event.source(),
                                event.id(),
                                event.type(),
                                event.subject(),
                                event.key(),
                                event.sequence(),
                                event.time(),
                                event.recordedAt(),
                                new RegionCode(region),
                                event.department(),
                                masked(data)));
            }
            log.keep(kept);
        }

        /**
         * Readers hold cursors into the log: a rebuild keeps what is there and adds what is not.
         */
        @Override
        public void reset() {
            // nothing is taken away
        }
    }

    /** The data with citizen and phone numbers masked in whatever somebody wrote. */
    static JsonNode masked(JsonNode node) {
        return switch (node) {
            case StringNode text -> new StringNode(PersonalNumbers.mask(text.stringValue()));
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                object.properties().forEach(e -> copy.set(e.getKey(), masked(e.getValue())));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = array.arrayNode();
                array.forEach(element -> copy.add(masked(element)));
                yield copy;
            }
            default -> node;
        };
    }
}
