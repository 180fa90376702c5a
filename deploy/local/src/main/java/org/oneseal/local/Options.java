package org.oneseal.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a platform is started; immutable, begin with {@link #of}.
 *
 * @param root the checkout that holds the built modules
 * @param state the folder of this platform's data, secrets, logs and process marks
 * @param cache the folder of what is unpacked and trained once and may be shared by platforms
 * @param parts what to start; a part's servers must be among them or run already
 * @param sources department systems that get a Kafka user and an inbound topic of their own
 * @param clockOffset added to the services' clock; zero but in tests and stories
 * @param environment extra variables of every service
 * @param environmentOf extra variables of single services
 * @param aot whether services use (and, when missing, train) the JDK's ahead-of-time cache
 * @param quickCompiler whether the broker and the services stop at the first compiler tier: they
 *     start in half the time and are slower once under load for minutes
 * @param patience how long any one part may take to become ready
 * @param console who hears of progress and of parts that die
 */
public record Options(
        Path root,
        Path state,
        Path cache,
        Ports ports,
        Set<Part> parts,
        List<String> sources,
        Duration clockOffset,
        Map<String, String> environment,
        Map<Part, Map<String, String>> environmentOf,
        boolean aot,
        boolean quickCompiler,
        Duration patience,
        Console console) {

    /** Sources the demo feeds from: the real permit log and a made-up month. */
    public static final List<String> DEMO_SOURCES = List.of("wabo", "431103-feed");

    public Options {
        root = root.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
        cache = cache.toAbsolutePath().normalize();
        parts = Set.copyOf(parts);
        sources = List.copyOf(sources);
        environment = Map.copyOf(environment);
        environmentOf = Map.copyOf(environmentOf);
    }

    /** Everything, on the standard ports, in {@code .local} of the checkout. */
    public static Options of(Path root) {
        Path local = root.resolve(".local");
        return new Options(
                root,
                local,
                local.resolve("cache"),
                Ports.standard(),
                EnumSet.allOf(Part.class),
                DEMO_SOURCES,
                Duration.ZERO,
                Map.of(),
                Map.of(),
                true,
                true,
                Duration.ofSeconds(300),
                Console.silent());
    }

    public Options withState(Path folder) {
        return changed(draft -> draft.state = folder);
    }

    public Options withCache(Path folder) {
        return changed(draft -> draft.cache = folder);
    }

    public Options withPorts(Ports wanted) {
        return changed(draft -> draft.ports = wanted);
    }

    public Options withParts(Part... wanted) {
        return changed(draft -> draft.parts = Set.of(wanted));
    }

    public Options withSources(String... wanted) {
        return changed(draft -> draft.sources = List.of(wanted));
    }

    public Options withClockOffset(Duration offset) {
        return changed(draft -> draft.clockOffset = offset);
    }

    public Options withEnvironment(Map<String, String> variables) {
        return changed(draft -> draft.environment = variables);
    }

    public Options withEnvironmentOf(Part service, Map<String, String> variables) {
        Map<Part, Map<String, String>> all = new EnumMap<>(Part.class);
        all.putAll(environmentOf);
        all.put(service, Map.copyOf(variables));
        return changed(draft -> draft.environmentOf = all);
    }

    public Options withAot(boolean wanted) {
        return changed(draft -> draft.aot = wanted);
    }

    public Options withQuickCompiler(boolean wanted) {
        return changed(draft -> draft.quickCompiler = wanted);
    }

    public Options withConsole(Console wanted) {
        return changed(draft -> draft.console = wanted);
    }

    /** What a JVM of this platform is told about its compilers. */
    List<String> compiler() {
        return quickCompiler ? List.of("-XX:TieredStopAtLevel=1") : List.of();
    }

    private Options changed(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.options();
    }

    /** The options while one of them changes. */
    private static final class Draft {
        private final Path root;
        private Path state;
        private Path cache;
        private Ports ports;
        private Set<Part> parts;
        private List<String> sources;
        private Duration clockOffset;
        private Map<String, String> environment;
        private Map<Part, Map<String, String>> environmentOf;
        private boolean aot;
        private boolean quickCompiler;
        private final Duration patience;
        private Console console;

        Draft(Options from) {
            root = from.root;
            state = from.state;
            cache = from.cache;
            ports = from.ports;
            parts = from.parts;
            sources = from.sources;
            clockOffset = from.clockOffset;
            environment = from.environment;
            environmentOf = from.environmentOf;
            aot = from.aot;
            quickCompiler = from.quickCompiler;
            patience = from.patience;
            console = from.console;
        }

        Options options() {
            return new Options(
                    root,
                    state,
                    cache,
                    ports,
                    parts,
                    sources,
                    clockOffset,
                    environment,
                    environmentOf,
                    aot,
                    quickCompiler,
                    patience,
                    console);
        }
    }
}
