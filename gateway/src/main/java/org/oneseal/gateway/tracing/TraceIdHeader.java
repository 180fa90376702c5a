package org.oneseal.gateway.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers every request with {@code X-Trace-Id}. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceIdHeader implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(observed -> traceId(observed.get(TracingContext.class)))
                .ifPresent(id -> exchange.getResponse().getHeaders().set("X-Trace-Id", id));
        return chain.filter(exchange);
    }

    private static @Nullable String traceId(@Nullable TracingContext context) {
        Span span = context == null ? null : context.getSpan();
        return span == null ? null : span.context().traceId();
    }
}
