package org.oneseal.platform.time;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The process's clock. An offset other than zero is for stories told as of another day. */
@AutoConfiguration
public class TimeConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstantSource instantSource(@Value("${oneseal.clock.offset:PT0S}") Duration offset) {
        if (offset.isZero()) return InstantSource.system();
        LoggerFactory.getLogger(TimeConfiguration.class)
                .warn("The clock is moved by {}: not for real work", offset);
        return Clock.offset(Clock.systemUTC(), offset);
    }
}
