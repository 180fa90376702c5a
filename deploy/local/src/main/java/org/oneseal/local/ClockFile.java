package org.oneseal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

/**
 * How far the services' clock is moved: a file that all of them follow. A platform that starts with
 * the real clock has none, and nobody can move its clock.
 */
final class ClockFile {

    private final Path file;
    private final boolean moved;
    private volatile Duration offset;

    ClockFile(Path state, Duration offset) {
        this.file = state.resolve("clock");
        this.moved = !offset.isZero();
        this.offset = offset;
    }

    boolean moved() {
        return moved;
    }

    Path file() {
        return file;
    }

    Duration offset() {
        return offset;
    }

    /** Before the services start. */
    void write() {
        if (moved) move(offset);
    }

    /** Everybody's clock, at once: a reader sees the old file or the new. */
    void move(Duration to) {
        if (!moved) {
            throw new IllegalStateException("A platform with the real clock keeps it");
        }
        try {
            Path written = file.resolveSibling("clock.new");
            Files.writeString(written, to.toString());
            Files.move(
                    written,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            offset = to;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
