package org.oneseal.platform.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.protection.BlindIndex;
import org.oneseal.platform.protection.FieldCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * The key ring of the service. A folder that can be written gets the keys it lacks once; a mounted,
 * read-only one must hold them.
 */
@AutoConfiguration
public class VaultConfiguration {

    private static final Logger log = LoggerFactory.getLogger(VaultConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    KeyRing keyRing(
            @Value("${oneseal.keys.dir:}") String folder,
            @Value("${oneseal.keys.profile:cn}") String profileName,
            @Value("${oneseal.keys.ephemeral:false}") boolean ephemeral,
            @Value("${oneseal.service}") String service) {
        CryptoProfile profile = CryptoProfile.named(profileName);
        if (!folder.isBlank()) {
            Path path = Path.of(folder);
            return !Files.exists(path) || Files.isWritable(path)
                    ? KeyRing.generate(path, profile, service)
                    : KeyRing.load(path, profile);
        }
        if (!ephemeral) {
            throw new IllegalStateException(
                    "ONESEAL_KEY_DIR is not set: it names the folder with the keys of this service");
        }
        log.warn("Keys live as long as this process: what they encrypt is lost with it");
        return KeyRing.ephemeral(profile, service);
    }

    @Bean
    FieldCipher fieldCipher(KeyRing keys) {
        return new FieldCipher(keys);
    }

    @Bean
    BlindIndex blindIndex(KeyRing keys) {
        return new BlindIndex(keys);
    }
}
