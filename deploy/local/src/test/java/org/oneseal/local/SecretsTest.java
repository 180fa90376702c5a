package org.oneseal.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir Path folder;

    @Test
    void aSecretIsMadeOnceAndReadableByItsOwnerAlone() throws IOException {
        Path file = folder.resolve("secrets");
        String made = new Secrets(file).of("a");

        assertThat(made).hasSizeGreaterThanOrEqualTo(32);
        assertThat(new Secrets(file).of("a")).isEqualTo(made);
        assertThat(new Secrets(file).of("b")).isNotEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
