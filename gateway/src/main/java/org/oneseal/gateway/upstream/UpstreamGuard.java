package org.oneseal.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Duration;
import org.oneseal.gateway.GatewaySettings;
import org.oneseal.gateway.problems.Problem;
import org.oneseal.gateway.problems.Refusal;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Time limit and circuit breaker around the call to a service. It ends where the answer's headers
 * are there, so a stream of events may last; a slow sender is the sender's fault and never opens a
 * circuit.
 */
@Component
class UpstreamGuard implements GlobalFilter, Ordered {

    private final GatewaySettings settings;
    private final CircuitBreakerRegistry breakers;

    UpstreamGuard(GatewaySettings settings, CircuitBreakerRegistry breakers) {
        this.settings = settings;
        this.breakers = breakers;
    }

    @Override
    public int getOrder() {
        return 20;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        String service = route.getId();
        return timed(exchange, chain, service)
                .onErrorMap(
                        error -> !(error instanceof Refusal),
                        error ->
                                new Refusal(
                                        Problem.SERVICE_UNAVAILABLE,
                                        settings.breaker().pause(),
                                        error,
                                        service))
                .then(Mono.defer(() -> explained(exchange, service)))
                .transformDeferred(CircuitBreakerOperator.of(breakers.circuitBreaker(service)))
                .onErrorMap(
                        CallNotPermittedException.class,
                        open ->
                                new Refusal(
                                        Problem.SERVICE_UNAVAILABLE,
                                        settings.breaker().pause(),
                                        open,
                                        service));
    }

    private Mono<Void> timed(ServerWebExchange exchange, GatewayFilterChain chain, String service) {
        Duration limit = settings.timeLimit();
        Mono<Void> slow =
                Mono.error(
                        () ->
                                new Refusal(
                                        Problem.GATEWAY_TIMEOUT,
                                        settings.breaker().pause(),
                                        null,
                                        service));
        if (!hasBody(exchange.getRequest())) {
            return Mono.firstWithSignal(chain.filter(exchange), Mono.delay(limit).then(slow));
        }
        Sinks.Empty<Void> arrived = Sinks.empty();
        ServerHttpRequest watched =
                new ServerHttpRequestDecorator(exchange.getRequest()) {
                    @Override
                    public Flux<DataBuffer> getBody() {
                        return super.getBody().doOnComplete(arrived::tryEmitEmpty);
                    }
                };
        Mono<Void> stalled =
                Mono.delay(settings.uploadLimit())
                        .then(
                                Mono.error(
                                        () ->
                                                new Refusal(
                                                        Problem.REQUEST_TIMEOUT,
                                                        null,
                                                        null,
                                                        settings.uploadLimit().toSeconds())));
        Mono<Void> deadline =
                Mono.firstWithSignal(arrived.asMono(), stalled).then(Mono.delay(limit)).then(slow);
        return Mono.firstWithSignal(
                chain.filter(exchange.mutate().request(watched).build()), deadline);
    }

    private static boolean hasBody(ServerHttpRequest request) {
        return request.getHeaders().getContentLength() > 0
                || request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }

    private static Mono<Void> explained(ServerWebExchange exchange, String service) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        if (status == null || !status.is5xxServerError()) {
            return Mono.empty();
        }
        MediaType type = exchange.getResponse().getHeaders().getContentType();
        return type != null && MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(type)
                ? Mono.empty()
                : Mono.error(new Refusal(Problem.BAD_GATEWAY, null, null, service));
    }
}
