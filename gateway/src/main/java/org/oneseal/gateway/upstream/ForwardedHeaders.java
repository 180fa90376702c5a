package org.oneseal.gateway.upstream;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The request headers a service gets to see. A list of what passes, not of what is taken out: no
 * header of a client's making can pose as an identity.
 */
@Component
class ForwardedHeaders implements HttpHeadersFilter, Ordered {

    private static final Set<String> PASSED =
            Set.of(
                    "accept",
                    "accept-encoding",
                    "accept-language",
                    "acting-for",
                    "authorization",
                    "content-digest",
                    "content-disposition",
                    "content-encoding",
                    "content-language",
                    "content-length",
                    "content-type",
                    "idempotency-key",
                    "if-match",
                    "if-modified-since",
                    "if-none-match",
                    "last-event-id",
                    "on-behalf-of",
                    "range",
                    "repr-digest",
                    "traceparent",
                    "tracestate",
                    "transfer-encoding",
                    "user-agent");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
        HttpHeaders passed = new HttpHeaders();
        headers.forEach(
                (name, values) -> {
                    if (passes(name)) {
                        passed.addAll(name, List.copyOf(values));
                    }
                });
        return passed;
    }

    private static boolean passes(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return PASSED.contains(lower) || lower.startsWith("ce-");
    }
}
