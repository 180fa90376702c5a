package org.oneseal.gateway.limits;

import java.security.Principal;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import org.oneseal.gateway.problems.Problem;
import org.oneseal.gateway.problems.Refusal;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets a client of the API through as often as its limit says; runs after the token check. */
@Component
@Order(-50)
class RequestLimit implements WebFilter {

    private static final Set<String> SYSTEMS =
            Set.of("ROLE_department-system", "ROLE_app-backend", "ROLE_platform-operator");

    private final ClientLimits limits;
    private final ClientAddresses addresses;

    RequestLimit(ClientLimits limits, ClientAddresses addresses) {
        this.limits = limits;
        this.addresses = addresses;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!exchange.getRequest().getPath().value().startsWith("/api/")) {
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .map(this::known)
                .switchIfEmpty(Mono.fromSupplier(() -> limits.anonymous(addresses.of(exchange))))
                .flatMap(verdict -> answer(exchange, chain, verdict));
    }

    private TokenBucket.Verdict known(Principal principal) {
        if (!(principal instanceof JwtAuthenticationToken token)) {
            return limits.person("", principal.getName());
        }
        Jwt jwt = token.getToken();
        String client = String.valueOf(jwt.getClaimAsString("azp"));
        Collection<GrantedAuthority> roles = token.getAuthorities();
        boolean system =
                roles.stream()
                        .anyMatch(role -> SYSTEMS.contains(String.valueOf(role.getAuthority())));
        return system
                ? limits.system(client, token.getName())
                : limits.person(client, token.getName());
    }

    private static Mono<Void> answer(
            ServerWebExchange exchange, WebFilterChain chain, TokenBucket.Verdict verdict) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.set("RateLimit-Limit", Integer.toString(verdict.limit()));
        headers.set("RateLimit-Remaining", Integer.toString(verdict.remaining()));
        headers.set("RateLimit-Reset", Long.toString(seconds(verdict.untilFull())));
        return verdict.allowed()
                ? chain.filter(exchange)
                : Mono.error(
                        new Refusal(
                                Problem.TOO_MANY_REQUESTS,
                                verdict.untilNext(),
                                null,
                                Math.max(1, seconds(verdict.untilNext()))));
    }

    private static long seconds(Duration duration) {
        return duration.plusMillis(999).toSeconds();
    }
}
