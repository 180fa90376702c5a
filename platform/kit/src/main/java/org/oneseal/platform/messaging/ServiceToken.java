package org.oneseal.platform.messaging;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;

/** The service's own access token, by client credentials, kept until shortly before it expires. */
class ServiceToken {

    private final EventFeeds.FeedProperties properties;
    private final RestClient http;
    private final InstantSource time;
    private @Nullable String token;
    private Instant until = Instant.MIN;

    ServiceToken(EventFeeds.FeedProperties properties, RestClient http, InstantSource time) {
        this.properties = properties;
        this.http = http;
        this.time = time;
    }

    synchronized String value() {
        String current = token;
        if (current != null && time.instant().isBefore(until)) return current;
        String url = properties.tokenUrl();
        String id = properties.clientId();
        String secret = properties.clientSecret();
        if (url == null || id == null || secret == null) {
            throw new IllegalStateException("oneseal.feeds has no token-url or client");
        }
        var form = new LinkedMultiValueMap<String, String>();
        form.add("grant_type", "client_credentials");
        form.add("client_id", id);
        form.add("client_secret", secret);
        byte[] body =
                http.post()
                        .uri(java.net.URI.create(url))
                        .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                        .body(form)
                        .retrieve()
                        .body(byte[].class);
        if (body == null) throw new IllegalStateException("no token");
        JsonNode answer = EventJson.reader().readTree(body);
        String fresh = answer.path("access_token").asString();
        token = fresh;
        until = time.instant().plusSeconds(Math.max(10, answer.path("expires_in").asLong() - 30));
        return fresh;
    }
}
