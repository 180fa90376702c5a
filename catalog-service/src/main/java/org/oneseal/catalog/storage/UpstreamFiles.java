package org.oneseal.catalog.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.oneseal.catalog.bundles.Upstream;
import org.oneseal.catalog.bundles.Upstreams;
import org.oneseal.platform.region.RegionCode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * Fetches upper levels' bundles over HTTP: only from hosts that an operator allowed, without
 * following redirects, within a time and a size.
 */
@Component
@EnableConfigurationProperties(UpstreamFiles.Watched.class)
class UpstreamFiles implements Upstreams {

    private static final int LARGEST = 64 * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Watched watched;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    UpstreamFiles(Watched watched) {
        this.watched = watched;
    }

    /**
     * What an operator configured.
     *
     * @param allowed hosts with their port, such as {@code catalog.example.org:443}
     */
    @ConfigurationProperties("oneseal.catalog.watch")
    record Watched(@DefaultValue List<Source> upstreams, @DefaultValue List<String> allowed) {

        /** One list. */
        record Source(String name, String address, String region) {}
    }

    @Override
    public List<Upstream> all() {
        return watched.upstreams().stream()
                .map(s -> new Upstream(s.name(), s.address(), new RegionCode(s.region())))
                .toList();
    }

    @Override
    public Fetched fetch(Upstream upstream) {
        try {
            URI address = URI.create(upstream.address());
            if (!allowed(address)) return new Fetched.Failed("address not allowed");
            HttpResponse<InputStream> answer =
                    client.send(
                            HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    return new Fetched.Failed("answered " + answer.statusCode());
                }
                byte[] bytes = body.readNBytes(LARGEST + 1);
                return bytes.length > LARGEST
                        ? new Fetched.Failed("too large")
                        : new Fetched.Got(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException | IllegalArgumentException e) {
            return new Fetched.Failed(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Fetched.Failed("interrupted");
        }
    }

    private boolean allowed(URI address) {
        String scheme = String.valueOf(address.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https")) return false;
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        return watched.allowed().contains(address.getHost() + ":" + port);
    }
}
