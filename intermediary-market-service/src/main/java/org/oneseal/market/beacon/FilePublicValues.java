package org.oneseal.market.beacon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.PublicValues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values from a file of lines, each a round, a space and its value; the first line of a round
 * counts.
 */
final class FilePublicValues implements PublicValues {

    private static final Logger log = LoggerFactory.getLogger(FilePublicValues.class);
    private static final int LONGEST = 1000;

    private final Rounds rounds;
    private final Path file;

    FilePublicValues(Rounds rounds, Path file) {
        this.rounds = rounds;
        this.file = file;
    }

    @Override
    public Optional<Coming> firstFrom(Instant instant) {
        return Optional.of(rounds.firstFrom(instant));
    }

    @Override
    public Optional<String> valueOf(@Nullable String source, String round) {
        if (!rounds.source().equals(source) || !Files.exists(file)) return Optional.empty();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(String::strip)
                    .filter(line -> line.startsWith(round + " "))
                    .map(line -> line.substring(round.length() + 1).strip())
                    .filter(value -> !value.isEmpty() && value.length() <= LONGEST)
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException e) {
            log.warn("Public values can't be read from {}: {}", file, e.toString());
            return Optional.empty();
        }
    }
}
