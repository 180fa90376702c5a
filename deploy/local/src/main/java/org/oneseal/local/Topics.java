package org.oneseal.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/** The topics of the platform and how each keeps what it is given. */
final class Topics {

    private static final int FACT_PARTITIONS = 12;
    private static final int STATE_PARTITIONS = 3;
    private static final int INBOUND_PARTITIONS = 6;
    private static final short COPIES = 1;
    private static final Map<String, String> THIRTY_DAYS =
            Map.of(TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(30).toMillis()));
    private static final Map<String, String> FOR_EVER =
            Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1");
    private static final Map<String, String> COMPACTED =
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    private static final List<String> STATE =
            List.of(
                    "oneseal.catalog.items.v1",
                    "oneseal.catalog.packages.v1",
                    "oneseal.catalog.calendars.v1",
                    "oneseal.catalog.regions.v1",
                    "oneseal.catalog.departments.v1",
                    "oneseal.credit.restrictions.v1");

    private Topics() {}

    /** Where a source tells of its cases. */
    static String inbound(String source) {
        return "oneseal.exchange.in." + source + ".v1";
    }

    /** Where a source tells of its tickets, requests for disclosure and reviews. */
    static String matters(String source) {
        return "oneseal.matters.in." + source + ".v1";
    }

    static List<NewTopic> ofPlatform() {
        List<NewTopic> topics = new ArrayList<>();
        for (Part service : Part.services()) {
            if (service.hasDatabase()) {
                String name = "oneseal." + service.segment() + ".v1";
                topics.add(new NewTopic(name, FACT_PARTITIONS, COPIES).configs(THIRTY_DAYS));
            }
        }
        for (String state : STATE) {
            topics.add(new NewTopic(state, STATE_PARTITIONS, COPIES).configs(COMPACTED));
        }
        topics.add(new NewTopic("oneseal.seals.v1", 1, COPIES).configs(FOR_EVER));
        return withDeadLetters(topics);
    }

    static List<NewTopic> ofSource(String source) {
        return withDeadLetters(
                Stream.of(inbound(source), matters(source))
                        .map(name -> new NewTopic(name, INBOUND_PARTITIONS, COPIES))
                        .map(topic -> topic.configs(THIRTY_DAYS))
                        .toList());
    }

    private static List<NewTopic> withDeadLetters(List<NewTopic> topics) {
        List<NewTopic> all = new ArrayList<>(topics);
        topics.forEach(
                topic -> all.add(new NewTopic(topic.name() + ".dlt", 1, COPIES).configs(FOR_EVER)));
        return all;
    }
}
