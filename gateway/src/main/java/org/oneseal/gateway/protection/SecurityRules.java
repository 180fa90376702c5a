package org.oneseal.gateway.protection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.oneseal.gateway.GatewaySettings;
import org.oneseal.gateway.limits.ClientAddresses;
import org.oneseal.gateway.limits.ClientLimits;
import org.oneseal.gateway.problems.Problem;
import org.oneseal.gateway.problems.ProblemAnswers;
import org.oneseal.gateway.routing.Upstream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverterAdapter;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.header.XFrameOptionsServerHttpHeadersWriter;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.UrlBasedCorsConfigurationSource;

@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityRules {

    @Bean
    SecurityWebFilterChain chain(
            ServerHttpSecurity http,
            ProblemAnswers answers,
            ServerAuthenticationEntryPoint refuse,
            UrlBasedCorsConfigurationSource origins) {
        JwtAuthenticationConverter roles = new JwtAuthenticationConverter();
        roles.setJwtGrantedAuthoritiesConverter(new TokenCheck.RealmRoles());
        ServerAccessDeniedHandler deny =
                (exchange, _) -> answers.write(exchange, Problem.FORBIDDEN, null, List.of());
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .cors(cors -> cors.configurationSource(origins))
                .headers(SecurityRules::headers)
                .authorizeExchange(
                        rules ->
                                rules.pathMatchers(HttpMethod.OPTIONS, "/api/**")
                                        .permitAll()
                                        .pathMatchers(
                                                "/api/v1/verify/**",
                                                "/api/v1/publicity/**",
                                                "/api/v1/seals/**",
                                                "/docs",
                                                "/docs/**",
                                                "/actuator/health/**")
                                        .permitAll()
                                        .pathMatchers(HttpMethod.GET, publicReads())
                                        .permitAll()
                                        .pathMatchers("/actuator/**")
                                        .hasAnyRole("platform-operator", "auditor")
                                        .pathMatchers("/api/**")
                                        .authenticated()
                                        .anyExchange()
                                        .permitAll())
                .exceptionHandling(
                        handling ->
                                handling.authenticationEntryPoint(refuse).accessDeniedHandler(deny))
                .oauth2ResourceServer(
                        server ->
                                server.authenticationEntryPoint(refuse)
                                        .accessDeniedHandler(deny)
                                        .jwt(
                                                jwt ->
                                                        jwt.jwtAuthenticationConverter(
                                                                new ReactiveJwtAuthenticationConverterAdapter(
                                                                        roles))))
                .build();
    }

    private static String[] publicReads() {
        List<String> paths =
                new ArrayList<>(
                        List.of(
                                "/api/v1/draws/**",
                                "/api/v1/institutions",
                                "/api/v1/selection-rules"));
        for (Upstream upstream : Upstream.values()) {
            paths.add("/api/v1/" + upstream.segment() + "/openapi");
            paths.add("/api/v1/" + upstream.segment() + "/openapi/**");
        }
        return paths.toArray(String[]::new);
    }

    private static void headers(ServerHttpSecurity.HeaderSpec headers) {
        headers.frameOptions(frames -> frames.mode(XFrameOptionsServerHttpHeadersWriter.Mode.DENY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicy(
                        permissions ->
                                permissions.policy("camera=(), geolocation=(), microphone=()"))
                .contentSecurityPolicy(
                        content ->
                                content.policyDirectives(
                                        "default-src 'none'; frame-ancestors 'none'"));
    }

    @Bean
    ServerAuthenticationEntryPoint refuse(
            ProblemAnswers answers, ClientLimits limits, ClientAddresses addresses) {
        return (exchange, _) -> {
            boolean shown =
                    exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
            if (shown) {
                limits.refused(addresses.of(exchange));
            }
            exchange.getResponse()
                    .getHeaders()
                    .set(
                            HttpHeaders.WWW_AUTHENTICATE,
                            shown ? "Bearer error=\"invalid_token\"" : "Bearer");
            return answers.write(
                    exchange,
                    shown ? Problem.INVALID_TOKEN : Problem.UNAUTHORIZED,
                    null,
                    List.of());
        };
    }

    @Bean
    ServerExchangeRejectedHandler rejected(ProblemAnswers answers) {
        return (exchange, _) -> answers.write(exchange, Problem.BAD_REQUEST, null, List.of());
    }

    @Bean
    UrlBasedCorsConfigurationSource origins(GatewaySettings settings) {
        List<String> allowed = new ArrayList<>(settings.corsOrigins());
        allowed.add(settings.publicUrl().toString());
        CorsConfiguration cors = new CorsConfiguration();
        cors.setAllowedOrigins(allowed);
        cors.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(
                List.of(
                        "Accept-Language",
                        "Acting-For",
                        "Authorization",
                        "Content-Type",
                        "Idempotency-Key",
                        "On-Behalf-Of",
                        "If-Match",
                        "If-None-Match",
                        "Last-Event-ID",
                        "traceparent"));
        cors.setExposedHeaders(
                List.of(
                        "ETag",
                        "Location",
                        "Retry-After",
                        "X-Trace-Id",
                        "RateLimit-Limit",
                        "RateLimit-Remaining",
                        "RateLimit-Reset"));
        cors.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        return source;
    }
}
