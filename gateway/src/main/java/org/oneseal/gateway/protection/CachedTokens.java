package org.oneseal.gateway.protection;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.oneseal.gateway.problems.Problem;
import org.oneseal.gateway.problems.Refusal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers for a minute that a token's signature held, so that a client's next request costs no
 * public-key operation. A token is never good longer than it says itself.
 */
final class CachedTokens implements ReactiveJwtDecoder {

    private final ReactiveJwtDecoder decoder;
    private final InstantSource clock;
    private final Cache<String, Jwt> good =
            Caffeine.newBuilder()
                    .maximumSize(20_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();

    CachedTokens(ReactiveJwtDecoder decoder, InstantSource clock) {
        this.decoder = decoder;
        this.clock = clock;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = good.getIfPresent(token);
        if (known != null) {
            Instant end = known.getExpiresAt();
            if (end != null && clock.instant().isBefore(end)) {
                return Mono.just(known);
            }
            good.invalidate(token);
        }
        return decoder.decode(token)
                .doOnNext(jwt -> good.put(token, jwt))
                .onErrorMap(
                        error -> !(error instanceof JwtException),
                        error ->
                                new Refusal(
                                        Problem.IDENTITY_UNAVAILABLE,
                                        Duration.ofSeconds(5),
                                        error));
    }
}
