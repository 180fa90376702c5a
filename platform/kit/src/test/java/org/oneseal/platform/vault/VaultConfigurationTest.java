package org.oneseal.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.oneseal.platform.crypto.CryptoProfile;
import org.oneseal.platform.crypto.KeyRing;
import org.oneseal.platform.protection.BlindIndex;
import org.oneseal.platform.protection.FieldCipher;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class VaultConfigurationTest {

    @TempDir Path folder;

    private final ApplicationContextRunner service =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(VaultConfiguration.class))
                    .withPropertyValues("oneseal.service=cases");

    @Test
    void aServiceWithoutAKeyFolderDoesNotStart() {
        service.run(
                context ->
                        assertThat(context)
                                .getFailure()
                                .rootCause()
                                .hasMessageContaining("ONESEAL_KEY_DIR is not set"));
    }

    @Test
    void whatWasEncryptedIsReadAfterARestart() {
        var kept =
                service.withPropertyValues(
                        "oneseal.keys.dir=" + folder.resolve("cases"), "oneseal.keys.profile=intl");
        String[] stored = new String[2];
        kept.run(
                context -> {
                    stored[0] = context.getBean(FieldCipher.class).encrypt("secret", "here");
                    stored[1] = context.getBean(BlindIndex.class).of("phone", "138");
                });
        kept.run(
                context -> {
                    assertThat(context.getBean(KeyRing.class).profile())
                            .isEqualTo(CryptoProfile.INTL);
                    assertThat(context.getBean(FieldCipher.class).decrypt(stored[0], "here"))
                            .isEqualTo("secret");
                    assertThat(context.getBean(BlindIndex.class).of("phone", "138"))
                            .isEqualTo(stored[1]);
                });
    }
}
