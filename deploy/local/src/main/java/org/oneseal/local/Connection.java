package org.oneseal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.oneseal.local.process.ProcessMarks;
import org.oneseal.local.process.Trouble;

/**
 * How another program of the same owner reaches the platform that runs from a state folder: its
 * addresses and secrets. {@link LocalPlatform} itself is for the program that starts it.
 *
 * @param clockOffset how far the platform's clock is moved
 */
public record Connection(URI gateway, URI token, String kafka, Duration clockOffset, Path state) {

    private static final String FILE = "run/addresses";

    /**
     * Reads what the running platform has written.
     *
     * @throws Trouble if none has been started from this folder
     */
    public static Connection of(Path state) {
        if (new ProcessMarks(state.resolve("run")).living("launcher").isEmpty()) {
            throw new Trouble("No platform runs from " + state + "; start one with deploy/up");
        }
        Properties written = new Properties();
        try (var reader = Files.newBufferedReader(state.resolve(FILE))) {
            written.load(reader);
        } catch (IOException e) {
            throw new Trouble("The platform of " + state + " is still starting", e);
        }
        return new Connection(
                URI.create(written.getProperty("gateway", "")),
                URI.create(written.getProperty("token", "")),
                written.getProperty("kafka", ""),
                Duration.parse(written.getProperty("clock-offset", "PT0S")),
                state);
    }

    static void forget(Path state) {
        try {
            Files.deleteIfExists(state.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write() {
        try {
            Files.createDirectories(state.resolve("run"));
            Files.writeString(
                    state.resolve(FILE),
                    "gateway=%s%ntoken=%s%nkafka=%s%nclock-offset=%s%n"
                            .formatted(gateway, token, kafka, clockOffset));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Password of every demonstration account. */
    public String demoPassword() {
        return secrets().of("demo-password");
    }

    /** Secret of a confidential client of the realm. */
    public String clientSecret(String client) {
        return secrets().of("client." + client);
    }

    /** What a Kafka client sets to connect as a department source. */
    public Map<String, String> kafkaAsSource(String source) {
        return Kafka.client(kafka, Kafka.sourceUser(source), secrets());
    }

    /**
     * The file that the market of a local platform takes public values from: lines of round, a
     * space, value, written by whoever plays the lottery.
     */
    public static Path publicValues(Path state) {
        return state.resolve("beacon").resolve("values");
    }

    private Secrets secrets() {
        return new Secrets(state.resolve("secrets"));
    }
}
