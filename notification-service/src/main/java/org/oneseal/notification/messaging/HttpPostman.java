package org.oneseal.notification.messaging;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.webhooks.AddressRules;
import org.oneseal.notification.webhooks.Parcel;
import org.oneseal.notification.webhooks.Postman;
import org.oneseal.notification.webhooks.Reply;
import org.oneseal.notification.webhooks.Signature;
import org.oneseal.platform.objection.Objection;
import org.springframework.beans.factory.DisposableBean;

/**
 * Posts over HTTP. The numeric addresses that were checked are the ones connected to; redirects are
 * not followed, and of the answer nothing but status and Retry-After is read.
 */
final class HttpPostman implements Postman, DisposableBean {

    private final AddressRules rules;
    private final Duration limit;
    private final InstantSource time;
    private final CloseableHttpClient client;
    private final ScheduledExecutorService alarm =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("webhook-limit").factory());

    HttpPostman(AddressRules rules, Duration connect, Duration limit, InstantSource time) {
        this.rules = rules;
        this.limit = limit;
        this.time = time;
        this.client = client(Timeout.of(connect), Timeout.of(limit));
    }

    private CloseableHttpClient client(Timeout connect, Timeout answer) {
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new CheckedNames())
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(connect)
                                        .setSocketTimeout(answer)
                                        .setTimeToLive(Timeout.ofMinutes(1))
                                        .build())
                        .setMaxConnTotal(256)
                        .setMaxConnPerRoute(16)
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(connect)
                                .setResponseTimeout(answer)
                                .setProtocolUpgradeEnabled(false)
                                .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableCookieManagement()
                .disableContentCompression()
                .setUserAgent("OneSeal-Webhook/1")
                .build();
    }

    @Override
    public Reply bring(Parcel parcel) {
        if (!rules.isAllowed(parcel.url())) {
            return new Reply.Refused(null, "address no longer allowed");
        }
        HttpPost post = post(parcel);
        // the whole call, not only each of its reads, ends in time
        var alarmed = alarm.schedule(post::abort, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return client.execute(post, this::reply);
        } catch (ForbiddenAddress e) {
            return new Reply.Refused(null, "address inside a closed network");
        } catch (IOException e) {
            return new Reply.Failed(null, "no answer: " + e.getClass().getSimpleName(), null);
        } finally {
            alarmed.cancel(false);
        }
    }

    private static HttpPost post(Parcel parcel) {
        HttpPost post = new HttpPost(parcel.url());
        parcel.headers()
                .forEach(
                        (name, value) -> {
                            if (!name.equals("content-type")) post.addHeader(name, value);
                        });
        parcel.signatures().forEach(value -> post.addHeader(Signature.HEADER, value));
        ContentType type =
                ContentType.parse(Objects.requireNonNull(parcel.headers().get("content-type")));
        post.setEntity(new ByteArrayEntity(parcel.body(), type));
        return post;
    }

    private Reply reply(HttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        return Reply.of(response.getCode(), header == null ? null : retryAfter(header.getValue()));
    }

    /** Seconds or a date; anything else counts as nothing. */
    private @Nullable Duration retryAfter(String value) {
        try {
            return value.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(time.instant(), date(value));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static Instant date(String value) {
        return ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    }

    @Override
    public List<Objection> objections(URI url) {
        List<Objection> text = rules.objections(url.toString());
        if (!text.isEmpty()) return text;
        try {
            new CheckedNames().resolve(Objects.requireNonNull(url.getHost()));
            return List.of();
        } catch (ForbiddenAddress e) {
            return List.of(Objection.of("webhook-address-closed", e.host()).at("/url"));
        } catch (UnknownHostException e) {
            return List.of(Objection.of("webhook-host-unknown").at("/url"));
        }
    }

    @Override
    public void destroy() throws IOException {
        alarm.shutdownNow();
        client.close();
    }

    /** Names to numbers, none of which may lie in a closed network. */
    private final class CheckedNames implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            String bare =
                    host.startsWith("[") && host.endsWith("]")
                            ? host.substring(1, host.length() - 1)
                            : host;
            InetAddress[] found = InetAddress.getAllByName(bare);
            if (!Arrays.stream(found).allMatch(rules::isReachable))
                throw new ForbiddenAddress(host);
            return found;
        }

        @Override
        public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
            return Arrays.stream(resolve(host))
                    .map(address -> new InetSocketAddress(address, port))
                    .toList();
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    /** The name leads where we don't go. */
    private static final class ForbiddenAddress extends UnknownHostException {
        private static final long serialVersionUID = 1L;
        private final String host;

        ForbiddenAddress(String host) {
            super("closed network");
            this.host = host;
        }

        String host() {
            return host;
        }
    }
}
