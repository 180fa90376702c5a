package org.oneseal.platform.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovedClockTest {

    private static final Instant NOON = Instant.parse("2026-02-14T04:00:00Z");

    private int writings;
    private final Path file;

    MovedClockTest(@TempDir Path folder) {
        this.file = folder.resolve("clock");
    }

    @BeforeEach
    void anHourAhead() throws IOException {
        says("PT1H\n");
    }

    @Test
    void followsTheFile() throws IOException {
        InstantSource clock = new MovedClock(file, () -> NOON);
        assertThat(clock.instant()).isEqualTo("2026-02-14T05:00:00Z");

        says("-PT10M");
        assertThat(clock.instant()).isEqualTo("2026-02-14T03:50:00Z");
    }

    @Test
    void staysWhereItWasWhenTheFileSaysNothing() throws IOException {
        InstantSource clock = new MovedClock(file, () -> NOON);
        says("tomorrow");
        assertThat(clock.instant()).isEqualTo("2026-02-14T05:00:00Z");
        Files.delete(file);
        assertThat(clock.instant()).isEqualTo("2026-02-14T05:00:00Z");
    }

    @Test
    void isNotMadeFromAFileThatSaysNoDuration() throws IOException {
        says("tomorrow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MovedClock(file, () -> NOON))
                .withMessageContaining("says no duration");
    }

    private void says(String text) throws IOException {
        Files.writeString(file, text);
        // Two writings within the file system's grain of time would look like one.
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * ++writings));
    }
}
