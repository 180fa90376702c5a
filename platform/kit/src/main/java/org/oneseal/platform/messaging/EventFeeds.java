package org.oneseal.platform.messaging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/**
 * Older history from the owner's cursor feed, read before the topic, because a topic forgets after
 * thirty days and a projection must not. What the topic then repeats, the inbox sorts out.
 */
class EventFeeds {

    private static final Logger log = LoggerFactory.getLogger(EventFeeds.class);
    private static final int PAGE = 200;

    private final FeedProperties properties;
    private final JdbcTemplate jdbc;
    private final RestClient http;
    private final ServiceToken token;

    EventFeeds(FeedProperties properties, JdbcTemplate jdbc, RestClient http, ServiceToken token) {
        this.properties = properties;
        this.jdbc = jdbc;
        this.http = http;
        this.token = token;
    }

    /** Reads the feed of the subscription's topic from where it stood to its end, if it has one. */
    void catchUp(Subscription subscription, SubscriptionRunner runner, String generation) {
        String url = properties.urls().get(subscription.topic());
        if (url == null || url.isBlank()) return;
        String cursor = cursor(subscription.name());
        if ("end".equals(cursor)) return;
        int read = 0;
        while (true) {
            JsonNode page = page(url, cursor);
            List<SubscriptionRunner.Traced> events = new ArrayList<>();
            for (JsonNode event : page.path("items")) {
                events.add(new SubscriptionRunner.Traced(read(event), null));
            }
            runner.takeEvents(generation, events);
            read += events.size();
            JsonNode next = page.path("next");
            if (!next.isString()) break;
            cursor = next.asString();
            remember(subscription.name(), cursor);
        }
        remember(subscription.name(), "end");
        log.info("{} read {} events of its owner's feed", subscription.name(), read);
    }

    private JsonNode page(String url, @Nullable String cursor) {
        String uri = url + "?limit=" + PAGE + (cursor == null ? "" : "&cursor=" + cursor);
        byte[] body =
                http.get()
                        .uri(java.net.URI.create(uri))
                        .headers(h -> h.setBearerAuth(token.value()))
                        .retrieve()
                        .body(byte[].class);
        if (body == null) throw new IllegalStateException("the feed answered nothing");
        return EventJson.reader().readTree(body);
    }

    /** The feed's envelope: CloudEvents in structured mode. */
    private static IncomingEvent read(JsonNode event) {
        JsonNode department = event.path("department");
        return new IncomingEvent(
                event.path("id").asString(),
                event.path("type").asString(),
                event.path("source").asString(),
                event.path("subject").asString(),
                event.path("subject").asString(),
                event.path("sequence").asLong(),
                Instant.parse(event.path("time").asString()),
                Instant.parse(event.path("recordedat").asString()),
                event.path("region").asString(),
                department.isString() ? department.asString() : null,
                event.path("data"));
    }

    private @Nullable String cursor(String name) {
        List<@Nullable String> found =
                jdbc.queryForList(
                        "SELECT feed_cursor FROM inbox_subscription WHERE subscription = ?",
                        String.class,
                        name);
        return found.isEmpty() ? null : found.getFirst();
    }

    private void remember(String name, String cursor) {
        jdbc.update(
                "UPDATE inbox_subscription SET feed_cursor = ? WHERE subscription = ?",
                cursor,
                name);
    }

    /**
     * Where feeds are and who asks for them.
     *
     * @param urls feed address by topic; a topic without one is read from Kafka alone
     * @param tokenUrl token endpoint for the client credentials grant
     */
    @org.springframework.boot.context.properties.ConfigurationProperties("oneseal.feeds")
    record FeedProperties(
            @org.springframework.boot.context.properties.bind.DefaultValue Map<String, String> urls,
            @Nullable String tokenUrl,
            @Nullable String clientId,
            @Nullable String clientSecret) {}
}
