package org.oneseal.credit.web;

import java.util.List;
import org.oneseal.platform.security.PublicPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of credit is open to anybody. */
@Configuration
class CreditWeb {

    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths(List.of("/api/v1/publicity", "/api/v1/publicity/**"));
    }
}
