package org.oneseal.gateway.limits;

import org.oneseal.gateway.problems.Problem;
import org.oneseal.gateway.problems.Refusal;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses an address that is too long, in words. The server itself would cut it off with a bare
 * status; its own limit ({@code server.netty.max-initial-line-length}) is therefore twice as high.
 */
@Component
class AddressLimit implements GlobalFilter, Ordered {

    /** Octets; what RFC 9110 section 4.1 asks every recipient to support. */
    private static final int MOST = 8_000;

    @Override
    public int getOrder() {
        return 9;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return exchange.getRequest().getURI().toASCIIString().length() > MOST
                ? Mono.error(new Refusal(Problem.ADDRESS_TOO_LONG, null, null, MOST))
                : chain.filter(exchange);
    }
}
