package org.oneseal.platform.security;

import java.util.ArrayList;
import java.util.List;
import org.oneseal.platform.web.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Every service is a resource server: a token of the realm for this audience, or a public path. The
 * issuer people see may differ from where the keys are fetched (inside ≠ outside a cluster).
 */
@AutoConfiguration(
        beforeName = {
            "org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration",
            "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration"
        })
@EnableWebSecurity
public class SecurityConfiguration {

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(
            @Value("${spring.security.oauth2.resourceserver.jwt.jwk-set-uri}") String keys,
            @Value("${oneseal.issuer}") String issuer,
            @Value("${oneseal.service}") String audience) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(keys).build();
        decoder.setJwtValidator(validator(issuer, audience));
        return new KnownTokens(decoder);
    }

    /** Requests are observed; that a token was looked at and a rule asked tells nothing more. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    RequestRejectedHandler requestRejected(ProblemWriter problems) {
        return problems::rejected;
    }

    /**
     * Issuer, times, and one of the audiences {@code oneseal} and the service itself, such as
     * {@code cases}.
     */
    public static OAuth2TokenValidator<Jwt> validator(String issuer, String audience) {
        OAuth2TokenValidator<Jwt> forUs =
                token ->
                        token.getAudience() != null
                                        && (token.getAudience().contains("oneseal")
                                                || token.getAudience().contains(audience))
                                ? OAuth2TokenValidatorResult.success()
                                : OAuth2TokenValidatorResult.failure(
                                        new OAuth2Error(
                                                "invalid_token",
                                                "the token is for another audience",
                                                null));
        return new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer), forUs);
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            ProblemWriter problems,
            ObjectProvider<PublicPaths> publicPaths,
            @Value("${oneseal.service}") String service) {
        List<String> open = new ArrayList<>();
        open.add("/api/v1/" + service + "/openapi/**");
        open.add("/api/v1/" + service + "/openapi.yaml");
        open.add("/api/v1/seals/**");
        publicPaths.forEach(paths -> open.addAll(paths.patterns()));
        return http.csrf(csrf -> csrf.disable())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(
                        requests ->
                                requests.requestMatchers("/actuator/**")
                                        .permitAll()
                                        .requestMatchers("/error")
                                        .permitAll()
                                        .requestMatchers(
                                                HttpMethod.GET, open.toArray(String[]::new))
                                        .permitAll()
                                        .anyRequest()
                                        .authenticated())
                .oauth2ResourceServer(
                        server ->
                                server.jwt(_ -> {})
                                        .authenticationEntryPoint(problems::unauthenticated)
                                        .accessDeniedHandler(problems::denied))
                .exceptionHandling(
                        e ->
                                e.authenticationEntryPoint(problems::unauthenticated)
                                        .accessDeniedHandler(problems::denied))
                .build();
    }
}
