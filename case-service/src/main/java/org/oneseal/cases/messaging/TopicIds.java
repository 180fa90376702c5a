package org.oneseal.cases.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.oneseal.cases.exchange.FeedOffsets.Place;

/** Ids of topics by name: a topic that was made anew has another, and begins at its beginning. */
final class TopicIds {

    private final Map<String, Object> settings;
    private final Map<String, String> ids = new HashMap<>();

    TopicIds(Map<String, Object> settings) {
        this.settings = settings;
    }

    void forget() {
        ids.clear();
    }

    Place place(String topic, int partition) {
        return new Place(Objects.requireNonNull(ids.get(topic)), partition);
    }

    void identify(Collection<TopicPartition> partitions) {
        Set<String> topics =
                partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
        try (Admin admin = Admin.create(settings)) {
            admin.describeTopics(topics)
                    .allTopicNames()
                    .get()
                    .forEach((name, it) -> ids.put(name, it.topicId().toString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while looking at topics", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics cannot be looked at", e.getCause());
        }
    }
}
