package org.oneseal.market.beacon;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.PublicValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses the source of public values by what is configured. */
@Configuration
@EnableConfigurationProperties(BeaconProperties.class)
class BeaconConfiguration {

    private static final Logger log = LoggerFactory.getLogger(BeaconConfiguration.class);

    @Bean
    PublicValues publicValues(BeaconProperties settings) {
        Rounds rounds = new Rounds(settings.name(), settings.genesis(), settings.period());
        Path file = settings.file();
        if (file != null) return new FilePublicValues(rounds, file);
        String url = settings.url();
        if (url != null) {
            return new HttpPublicValues(rounds, url, settings.pointer(), settings.timeout());
        }
        log.warn("No source of public values: draws are operator-trusted, and their proofs say so");
        return new NoPublicValues();
    }

    /** No source: nothing is announced. */
    private static final class NoPublicValues implements PublicValues {

        @Override
        public Optional<Coming> firstFrom(Instant instant) {
            return Optional.empty();
        }

        @Override
        public Optional<String> valueOf(@Nullable String source, String round) {
            return Optional.empty();
        }
    }
}
