package org.oneseal.gateway.protection;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.oneseal.gateway.GatewaySettings;
import org.oneseal.gateway.routing.Upstream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;

/**
 * What makes a token good: our issuer, an audience of the platform, a signature by a published key,
 * its time.
 */
@Configuration(proxyBeanMethods = false)
class TokenCheck {

    @Bean
    ReactiveJwtDecoder tokens(GatewaySettings settings) {
        Set<String> audiences = new HashSet<>(Set.of("oneseal"));
        Arrays.stream(Upstream.values()).map(Upstream::segment).forEach(audiences::add);
        NimbusReactiveJwtDecoder decoder =
                NimbusReactiveJwtDecoder.withJwkSetUri(settings.jwks().toString())
                        .jwsAlgorithm(SignatureAlgorithm.RS256)
                        .jwsAlgorithm(SignatureAlgorithm.ES256)
                        .webClient(
                                WebClient.builder()
                                        .clientConnector(
                                                new ReactorClientHttpConnector(
                                                        HttpClient.create()
                                                                .option(
                                                                        ChannelOption
                                                                                .CONNECT_TIMEOUT_MILLIS,
                                                                        2_000)
                                                                .responseTimeout(
                                                                        Duration.ofSeconds(3))))
                                        .build())
                        .build();
        decoder.setJwtValidator(
                new DelegatingOAuth2TokenValidator<>(
                        JwtValidators.createDefaultWithIssuer(settings.issuer()),
                        new JwtClaimValidator<Collection<String>>(
                                "aud",
                                aud -> aud != null && aud.stream().anyMatch(audiences::contains)),
                        new JwtClaimValidator<Object>("exp", exp -> exp != null)));
        return new CachedTokens(decoder, InstantSource.system());
    }

    /** Realm roles as authorities {@code ROLE_<role>}. */
    static final class RealmRoles implements Converter<Jwt, Collection<GrantedAuthority>> {

        @Override
        public Collection<GrantedAuthority> convert(Jwt jwt) {
            return jwt.getClaim("realm_access") instanceof Map<?, ?> access
                            && access.get("roles") instanceof List<?> roles
                    ? roles.stream()
                            .<GrantedAuthority>map(
                                    role -> new SimpleGrantedAuthority("ROLE_" + role))
                            .toList()
                    : List.of();
        }
    }
}
