package org.oneseal.market.web;

import java.util.List;
import org.oneseal.platform.security.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of the market is open to anybody: directory, rules, announcements and draws, no papers. */
@Configuration
class MarketWeb {

    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths(
                List.of(
                        "/api/v1/institutions",
                        "/api/v1/draws",
                        "/api/v1/draws/*",
                        "/api/v1/selection-rules"));
    }
}
