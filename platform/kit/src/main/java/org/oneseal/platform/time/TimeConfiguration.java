package org.oneseal.platform.time;

import java.nio.file.Path;
import java.time.InstantSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The process's clock. A moved one is for stories told as of another day. */
@AutoConfiguration
public class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource instantSource(@Value("${oneseal.clock.file:}") String file) {
        if (file.isBlank()) return InstantSource.system();
        MovedClock clock = new MovedClock(Path.of(file), InstantSource.system());
        LoggerFactory.getLogger(TimeConfiguration.class)
                .warn("The clock is moved by {}: not for real work", clock.offset());
        return clock;
    }
}
