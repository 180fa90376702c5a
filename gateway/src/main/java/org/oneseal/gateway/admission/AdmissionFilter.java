package org.oneseal.gateway.admission;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.oneseal.gateway.problems.Problem;
import org.oneseal.gateway.problems.Refusal;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Lets a request through to its service, or tells when to come again. */
@Component
class AdmissionFilter implements GlobalFilter, Ordered {

    private static final Duration COME_AGAIN = Duration.ofSeconds(1);

    /** A larger body takes its time for the sender's sake. */
    private static final long SMALL_BODY = 64 * 1024;

    private final Admissions admissions;

    AdmissionFilter(Admissions admissions) {
        this.admissions = admissions;
    }

    /** Around the time limit and the circuit breaker: a refusal is no failure of the service. */
    @Override
    public int getOrder() {
        return 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        Admission admission = admissions.of(route.getId());
        return Mono.defer(
                () ->
                        admission
                                .enter(begins(exchange.getRequest()))
                                .map(ticket -> admitted(exchange, chain, ticket))
                                .orElseGet(
                                        () ->
                                                Mono.error(
                                                        new Refusal(
                                                                Problem.OVERLOADED,
                                                                COME_AGAIN,
                                                                null,
                                                                route.getId(),
                                                                COME_AGAIN.toSeconds()))));
    }

    private static Mono<Void> admitted(
            ServerWebExchange exchange, GatewayFilterChain chain, Admission.Ticket ticket) {
        boolean telling = exchange.getRequest().getHeaders().getContentLength() <= SMALL_BODY;
        return chain.filter(exchange)
                .materialize()
                .doOnNext(
                        end -> {
                            if (lost(end.getThrowable())) {
                                ticket.lost();
                            } else if (telling && end.isOnComplete()) {
                                ticket.answered();
                            } else {
                                ticket.ended();
                            }
                        })
                .doOnCancel(ticket::ended)
                .dematerialize();
    }

    private static boolean lost(@Nullable Throwable error) {
        return error instanceof Refusal refusal && refusal.problem() == Problem.GATEWAY_TIMEOUT;
    }

    /** Made anew, and not a step of what is there: such a step names the version it is based on. */
    private static boolean begins(ServerHttpRequest request) {
        return request.getMethod() == HttpMethod.POST
                && !request.getHeaders().containsHeader(HttpHeaders.IF_MATCH);
    }
}
