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
 * Takes out of a service's answer what is the gateway's to say, and what would tell how a service
 * is built.
 */
@Component
class ReturnedHeaders implements HttpHeadersFilter, Ordered {

    private static final Set<String> KEPT_BACK =
            Set.of(
                    "server",
                    "x-powered-by",
                    "set-cookie",
                    "x-trace-id",
                    "strict-transport-security");

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }

    @Override
    public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
        HttpHeaders kept = new HttpHeaders();
        headers.forEach(
                (name, values) -> {
                    String lower = name.toLowerCase(Locale.ROOT);
                    if (!KEPT_BACK.contains(lower)
                            && !lower.startsWith("access-control-")
                            && !lower.startsWith("ratelimit-")) {
                        kept.addAll(name, List.copyOf(values));
                    }
                });
        return kept;
    }
}
