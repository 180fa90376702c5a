package org.oneseal.gateway.limits;

import java.time.Duration;
import org.oneseal.gateway.problems.Problem;
import org.oneseal.gateway.problems.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Stops an address that keeps showing bad tokens before the next is verified: an unknown key id
 * would otherwise make us ask the identity provider each time.
 */
@Component
@Order(-150)
class BadTokenLimit implements WebFilter {

    private final ClientLimits limits;
    private final ClientAddresses addresses;

    BadTokenLimit(ClientLimits limits, ClientAddresses addresses) {
        this.limits = limits;
        this.addresses = addresses;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        boolean shown =
                exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
        return shown && limits.isBarred(addresses.of(exchange))
                ? Mono.error(new Refusal(Problem.TOO_MANY_REQUESTS, Duration.ofSeconds(1), null, 1))
                : chain.filter(exchange);
    }
}
