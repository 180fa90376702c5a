package org.oneseal.catalog.keycloak;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Keycloak is and as whom the catalog calls it.
 *
 * @param url base address, empty where there is none: accounts then wait
 */
@ConfigurationProperties("oneseal.keycloak")
record KeycloakProperties(
        @DefaultValue("") String url,
        @DefaultValue("oneseal") String realm,
        @DefaultValue("oneseal-services") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("3s") Duration connectTimeout,
        @DefaultValue("10s") Duration readTimeout) {

    boolean isComplete() {
        return !url.isBlank() && !clientSecret.isBlank();
    }
}
