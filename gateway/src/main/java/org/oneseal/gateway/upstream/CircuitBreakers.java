package org.oneseal.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Set;
import org.oneseal.gateway.GatewaySettings;
import org.oneseal.gateway.problems.Problem;
import org.oneseal.gateway.problems.Refusal;
import org.oneseal.gateway.routing.Upstream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One breaker a service, named by its segment. */
@Configuration(proxyBeanMethods = false)
class CircuitBreakers {

    private static final Set<Problem> THE_CALLERS_FAULT =
            Set.of(Problem.PAYLOAD_TOO_LARGE, Problem.REQUEST_TIMEOUT);

    @Bean
    CircuitBreakerRegistry circuitBreakerRegistry(GatewaySettings settings) {
        GatewaySettings.Breaker breaker = settings.breaker();
        CircuitBreakerRegistry registry =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(breaker.window())
                                .minimumNumberOfCalls(breaker.minimum())
                                .failureRateThreshold(breaker.failureRate())
                                .waitDurationInOpenState(breaker.pause())
                                .permittedNumberOfCallsInHalfOpenState(breaker.probes())
                                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                                .ignoreException(
                                        error ->
                                                error instanceof Refusal refusal
                                                        && THE_CALLERS_FAULT.contains(
                                                                refusal.problem()))
                                .build());
        for (Upstream upstream : Upstream.values()) {
            registry.circuitBreaker(upstream.segment());
        }
        return registry;
    }

    @Bean
    MeterBinder circuitBreakerMetrics(CircuitBreakerRegistry registry) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry);
    }
}
