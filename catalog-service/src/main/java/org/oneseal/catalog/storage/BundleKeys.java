package org.oneseal.catalog.storage;

import java.util.List;
import org.oneseal.catalog.bundles.TrustedKeys;
import org.oneseal.platform.crypto.PublicKey;
import org.oneseal.platform.persistence.Json;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ResourceLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.type.TypeReference;

/**
 * Keys of other environments whose bundles are taken over: a file with the public keys as the
 * others show them under {@code seals}, named by {@code oneseal.catalog.bundle-keys}.
 */
@Configuration
class BundleKeys {

    @Bean
    TrustedKeys trustedKeys(
            ResourceLoader resources,
            @Value("${oneseal.catalog.bundle-keys:}") String file,
            Json json) {
        if (file.isBlank()) return List::of;
        // Read each time: a key that is taken out of the file is trusted no more.
        return () -> read(resources, file, json);
    }

    private static List<PublicKey> read(ResourceLoader resources, String file, Json json) {
        try {
            return json.read(
                    resources.getResource(file).getContentAsString(StandardCharsets.UTF_8),
                    new TypeReference<List<PublicKey>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("trusted keys " + file, e);
        }
    }
}
