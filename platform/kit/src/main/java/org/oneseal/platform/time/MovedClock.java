package org.oneseal.platform.time;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A clock moved by what a file says: an ISO-8601 duration, looked at whenever the time is asked
 * for, so that everybody who reads the same file moves in the same moment. A file that goes away or
 * says something else later moves nothing.
 */
final class MovedClock implements InstantSource {

    private static final Logger LOG = LoggerFactory.getLogger(MovedClock.class);

    private final Path file;
    private final InstantSource real;
    private volatile Reading reading;

    private record Reading(FileTime written, Duration offset) {}

    /**
     * @throws IllegalArgumentException if the file can't be read as a duration
     */
    MovedClock(Path file, InstantSource real) {
        this.file = file;
        this.real = real;
        try {
            this.reading = read();
        } catch (IOException | DateTimeParseException e) {
            throw new IllegalArgumentException(file + " says no duration", e);
        }
    }

    Duration offset() {
        try {
            if (!Files.getLastModifiedTime(file).equals(reading.written())) reading = read();
        } catch (IOException | DateTimeParseException e) {
            LOG.debug("{} says no duration: the clock stays moved as before", file, e);
        }
        return reading.offset();
    }

    private Reading read() throws IOException {
        FileTime written = Files.getLastModifiedTime(file);
        return new Reading(written, Duration.parse(Files.readString(file).strip()));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset());
    }
}
