package org.oneseal.platform.testkit;

import org.oneseal.platform.security.SecurityConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Beans of {@link PlatformTest}. */
@TestConfiguration(proxyBeanMethods = false)
class PlatformTestConfiguration {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    Tokens tokens(@Value("${oneseal.issuer}") String issuer) {
        return new Tokens(issuer);
    }

    @Bean
    JwtDecoder testJwtDecoder(
            Tokens tokens,
            @Value("${oneseal.issuer}") String issuer,
            @Value("${oneseal.service}") String audience) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey(tokens.publicKey()).build();
        decoder.setJwtValidator(SecurityConfiguration.validator(issuer, audience));
        return decoder;
    }

    @Bean
    @Lazy
    Http http(Environment environment) {
        return new Http(
                "http://127.0.0.1:"
                        + environment.getRequiredProperty("local.server.port", Integer.class));
    }

    @Bean
    Topics topics(@Value("${ONESEAL_KAFKA}") String bootstrap) {
        return new Topics(bootstrap);
    }
}
