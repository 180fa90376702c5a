package org.oneseal.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
 * @param quickCompiler whether services stop at the first compiler tier: starts sooner, runs slower
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
                false,
                Duration.ofSeconds(300),
                Console.silent());
    }

    public Options withState(Path folder) {
        return new Options(
                root,
                folder,
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

    public Options withCache(Path folder) {
        return new Options(
                root,
                state,
                folder,
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

    public Options withPorts(Ports wanted) {
        return new Options(
                root,
                state,
                cache,
                wanted,
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

    public Options withParts(Part... wanted) {
        return new Options(
                root,
                state,
                cache,
                ports,
                Set.of(wanted),
                sources,
                clockOffset,
                environment,
                environmentOf,
                aot,
                quickCompiler,
                patience,
                console);
    }

    public Options withSources(String... wanted) {
        return new Options(
                root,
                state,
                cache,
                ports,
                parts,
                List.of(wanted),
                clockOffset,
                environment,
                environmentOf,
                aot,
                quickCompiler,
                patience,
                console);
    }

    public Options withClockOffset(Duration offset) {
        return new Options(
                root,
                state,
                cache,
                ports,
                parts,
                sources,
                offset,
                environment,
                environmentOf,
                aot,
                quickCompiler,
                patience,
                console);
    }

    public Options withEnvironment(Map<String, String> variables) {
        return new Options(
                root,
                state,
                cache,
                ports,
                parts,
                sources,
                clockOffset,
                variables,
                environmentOf,
                aot,
                quickCompiler,
                patience,
                console);
    }

    public Options withEnvironmentOf(Part service, Map<String, String> variables) {
        Map<Part, Map<String, String>> all = new EnumMap<>(Part.class);
        all.putAll(environmentOf);
        all.put(service, Map.copyOf(variables));
        return new Options(
                root,
                state,
                cache,
                ports,
                parts,
                sources,
                clockOffset,
                environment,
                all,
                aot,
                quickCompiler,
                patience,
                console);
    }

    public Options withAot(boolean wanted) {
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
                wanted,
                quickCompiler,
                patience,
                console);
    }

    public Options withQuickCompiler(boolean wanted) {
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
                wanted,
                patience,
                console);
    }

    public Options withConsole(Console wanted) {
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
                wanted);
    }
}
