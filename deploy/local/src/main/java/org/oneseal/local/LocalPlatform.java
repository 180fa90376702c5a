package org.oneseal.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.oneseal.local.process.Child;
import org.oneseal.local.process.ProcessMark;
import org.oneseal.local.process.ProcessMarks;
import org.oneseal.local.process.Trouble;

/** A platform that runs as child processes of this JVM and ends with it or with {@link #close}. */
public final class LocalPlatform implements AutoCloseable {

    private static final String LAUNCHER = "launcher";
    private static final int SLOTS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final Duration GRACE_FOR_LEFTOVERS = Duration.ofSeconds(10);

    private final Options options;
    private final ProcessMarks marks;
    private final Secrets secrets;
    private final Postgres postgres;
    private final Kafka kafka;
    private final Keycloak keycloak;
    private final FileChannel lockFile;
    private final Map<Part, Running> running =
            Collections.synchronizedMap(new EnumMap<>(Part.class));
    private final List<Running> replicas = Collections.synchronizedList(new ArrayList<>());
    private final ServiceEnvironment environment;
    private volatile Duration clockOffset;
    private volatile boolean ready;
    private volatile boolean closing;
    private @Nullable Trainer trainer;

    /** Starts what the options name and returns when all of it is ready. */
    public static LocalPlatform start(Options options) {
        Prerequisites.tools();
        Secrets.Private.folder(options.state());
        Prerequisites.writable(options.state());
        Prerequisites.space(options);
        FileChannel lock = lock(options.state());
        LocalPlatform platform = new LocalPlatform(options, lock);
        try {
            platform.run();
            return platform;
        } catch (Throwable trouble) {
            platform.close();
            throw trouble;
        }
    }

    /** Deletes all that a platform which is not running keeps in its state folder. */
    public static void forget(Path state) {
        if (!Files.isDirectory(state)) {
            return;
        }
        try (FileChannel _ = lock(state)) {
            new ProcessMarks(state.resolve("run")).clear(GRACE_FOR_LEFTOVERS);
            for (String name :
                    List.of(
                            "postgres",
                            "kafka",
                            "keycloak",
                            "keys",
                            "secrets",
                            "files",
                            "seals",
                            "beacon")) {
                Path path = state.resolve(name);
                if (Files.isDirectory(path)) {
                    Unpacked.delete(path);
                } else {
                    Files.deleteIfExists(path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalPlatform(Options options, FileChannel lockFile) {
        this.options = options;
        this.lockFile = lockFile;
        this.marks = new ProcessMarks(options.state().resolve("run"));
        this.secrets = new Secrets(options.state().resolve("secrets"));
        List<String> roles = new ArrayList<>();
        Part.services().stream().filter(Part::hasDatabase).map(Part::segment).forEach(roles::add);
        roles.add("keycloak");
        Ports ports = options.ports();
        this.postgres =
                new Postgres(
                        options.state(), options.cache(), ports.of(Part.POSTGRES), secrets, roles);
        this.kafka =
                new Kafka(
                        options.root(),
                        options.state(),
                        options.cache(),
                        ports,
                        secrets,
                        options.sources());
        this.keycloak =
                new Keycloak(
                        options.root(),
                        options.state(),
                        options.cache(),
                        ports.of(Part.KEYCLOAK),
                        secrets,
                        postgres.database("keycloak"),
                        realmVariables());
        this.environment = new ServiceEnvironment(options, secrets, postgres, kafka, keycloak);
        this.clockOffset = options.clockOffset();
    }

    private Map<String, String> realmVariables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("ONESEAL_PUBLIC_URL", address(Part.GATEWAY).toString());
        variables.put("ONESEAL_APP_BACKEND_SECRET", secrets.of("client.app-backend"));
        variables.put("ONESEAL_SERVICES_SECRET", secrets.of("client.oneseal-services"));
        variables.put("ONESEAL_DEMO", "true");
        variables.put("ONESEAL_DEMO_SECRET", secrets.of("client.demo-desk"));
        variables.put("ONESEAL_DEMO_PASSWORD", secrets.of("demo-password"));
        for (String source : Options.DEMO_SOURCES) {
            variables.put(
                    "ONESEAL_SOURCE_%s_SECRET"
                            .formatted(source.toUpperCase(Locale.ROOT).replace('-', '_')),
                    clientSecret("department-system-" + source));
        }
        return variables;
    }

    private void run() {
        List<String> left = marks.clear(GRACE_FOR_LEFTOVERS);
        left.forEach(
                name -> options.console().say("Ended " + name + ", left by an earlier start."));
        PortCheck.allFree(options.ports().named(ordered()));
        Secrets.Private.folder(options.state().resolve("logs"));
        Secrets.Private.folder(options.state().resolve("run"));
        keepOldLogs();
        Connection.forget(options.state());
        marks.put(LAUNCHER, ProcessMark.ofThisProcess());
        Semaphore slots = new Semaphore(SLOTS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Part, CompletableFuture<Void>> started = new EnumMap<>(Part.class);
            for (Part part : ordered()) {
                CompletableFuture<?>[] before =
                        needs(part).stream()
                                .map(started::get)
                                .filter(java.util.Objects::nonNull)
                                .toArray(CompletableFuture<?>[]::new);
                started.put(
                        part,
                        CompletableFuture.allOf(before)
                                .thenRunAsync(() -> startPart(part, slots), threads));
            }
            awaitAll(started.values(), threads);
        }
        connection().write();
        ready = true;
        trainer = new Trainer(trainings(), marks);
    }

    private List<Training> trainings() {
        return ordered().stream()
                .filter(Part::isService)
                .map(part -> application(part, part.id(), options.ports().of(part)))
                .flatMap(service -> service.training().stream())
                .toList();
    }

    /** Waits for all; the first that fails, or an interrupt, ends the waiting of the others. */
    private void awaitAll(Collection<CompletableFuture<Void>> started, ExecutorService threads) {
        CompletableFuture<Void> all =
                CompletableFuture.allOf(started.toArray(CompletableFuture<?>[]::new));
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        all.thenRun(() -> outcome.complete(null));
        started.forEach(
                one ->
                        one.whenComplete(
                                (_, failure) -> {
                                    if (failure != null) {
                                        outcome.completeExceptionally(failure);
                                    }
                                }));
        try {
            outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Stopped while starting.", e);
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof Trouble trouble) {
                throw trouble;
            }
            throw new IllegalStateException("The platform could not be started", cause);
        } finally {
            if (!all.isDone() || all.isCompletedExceptionally()) {
                closing = true;
                threads.shutdownNow();
            }
        }
    }

    private List<Part> ordered() {
        return options.parts().stream().sorted().toList();
    }

    private static Set<Part> needs(Part part) {
        return switch (part) {
            case POSTGRES, KAFKA -> EnumSet.noneOf(Part.class);
            case KEYCLOAK -> EnumSet.of(Part.POSTGRES);
            case GATEWAY -> EnumSet.of(Part.KEYCLOAK);
            default -> EnumSet.of(Part.POSTGRES, Part.KAFKA);
        };
    }

    private void startPart(Part part, Semaphore slots) {
        boolean limited = part.isService();
        if (limited) {
            try {
                slots.acquire();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Trouble("Stopped before " + part.title() + " was started.", e);
            }
        }
        try {
            if (closing) {
                return;
            }
            long begin = System.nanoTime();
            int port = options.ports().of(part);
            running.put(
                    part,
                    Running.start(
                            part, port, recipe(part), marks, this::tellDeath, options.patience()));
            options.console()
                    .say(
                            "  %-20s 127.0.0.1:%-5d ready after %.1f s"
                                    .formatted(
                                            part.title(), port, (System.nanoTime() - begin) / 1e9));
        } finally {
            if (limited) {
                slots.release();
            }
        }
    }

    private Recipe recipe(Part part) {
        return switch (part) {
            case POSTGRES -> postgres;
            case KAFKA -> kafka;
            case KEYCLOAK -> keycloak;
            default -> application(part, part.id(), options.ports().of(part));
        };
    }

    private Application application(Part part, String name, int port) {
        List<String> jvm = new ArrayList<>();
        jvm.add("-Xmx256m");
        jvm.add("-XX:+UseSerialGC");
        jvm.add("-XX:+ExitOnOutOfMemoryError");
        jvm.add("-Duser.timezone=UTC");
        jvm.add("-Dfile.encoding=UTF-8");
        if (options.quickCompiler()) {
            jvm.add("-XX:TieredStopAtLevel=1");
        }
        return new Application(
                part, name, options, port, jvm, () -> environment.of(part, port, clockOffset));
    }

    private void tellDeath(Child child) {
        if (ready && !closing) {
            options.console().say("");
            options.console().say(Await.lastWords(child));
            options.console()
                    .say(
                            "The platform runs on without "
                                    + child.name()
                                    + " until it is restarted.");
        }
    }

    /** Addresses and accounts, for people. */
    List<String> describe() {
        List<String> lines = new ArrayList<>();
        for (Part part : ordered()) {
            Object address =
                    switch (part) {
                        case POSTGRES -> "127.0.0.1:" + options.ports().of(part);
                        case KAFKA -> kafka.address();
                        default -> address(part);
                    };
            lines.add("  %-20s %s".formatted(part.title(), address));
        }
        if (options.parts().contains(Part.KEYCLOAK)) {
            lines.add("");
            lines.add("  Demonstration accounts, password " + demoPassword());
            keycloak.accounts()
                    .forEach((name, roles) -> lines.add("    %-18s %s".formatted(name, roles)));
            lines.add("");
        }
        lines.add("  %-20s %s".formatted("Logs", options.state().resolve("logs")));
        lines.add("  %-20s %s".formatted("Secrets", options.state().resolve("secrets")));
        return lines;
    }

    public Options options() {
        return options;
    }

    /** The process of a part. */
    public Running running(Part part) {
        @Nullable Running one = running.get(part);
        if (one == null) {
            throw new IllegalArgumentException(part + " was not started");
        }
        return one;
    }

    /** Starts one more process of a service on another port and returns when it is ready. */
    public Running replica(Part service, int port) {
        if (!service.isService()) {
            throw new IllegalArgumentException(service + " has no replicas here");
        }
        Running replica =
                Running.start(
                        service,
                        port,
                        application(service, service.id() + "-" + port, port),
                        marks,
                        this::tellDeath,
                        options.patience());
        replicas.add(replica);
        return replica;
    }

    /**
     * Moves the clock of all services and returns when they are ready again.
     *
     * @param offset added to this machine's time
     */
    public void moveClock(Duration offset) {
        clockOffset = offset;
        Semaphore slots = new Semaphore(SLOTS);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> restarted = new ArrayList<>();
            for (Part part : ordered()) {
                if (!part.hasDatabase()) continue;
                restarted.add(
                        CompletableFuture.runAsync(
                                () -> {
                                    slots.acquireUninterruptibly();
                                    try {
                                        running(part).restart();
                                    } finally {
                                        slots.release();
                                    }
                                },
                                threads));
            }
            awaitAll(restarted, threads);
        }
        connection().write();
    }

    public URI address(Part part) {
        return URI.create("http://127.0.0.1:" + options.ports().of(part));
    }

    /** Issuer of the realm, as tokens carry it. */
    public URI issuer() {
        return keycloak.issuer();
    }

    /** A service's database with that service's own rights. */
    public Database database(Part service) {
        return postgres.database(service.segment());
    }

    /** Any database with all rights: for tests that look behind the scenes. */
    public Database databaseAsSuperuser(String name) {
        Database own = postgres.database(Postgres.SUPERUSER);
        return new Database(
                own.url().replaceAll("/[^/]+$", "/" + name), own.user(), own.password());
    }

    /** What a Kafka client sets to connect as a department source. */
    public Map<String, String> kafkaAsSource(String source) {
        return kafka.client(Kafka.sourceUser(source));
    }

    /** What a Kafka client sets to connect as a service. */
    public Map<String, String> kafkaAsService(Part service) {
        return kafka.client(service.segment());
    }

    /** What a Kafka client sets to connect with all rights. */
    public Map<String, String> kafkaAsAdministrator() {
        return kafka.client(org.oneseal.local.broker.BrokerProcess.ADMINISTRATOR);
    }

    /** Gives a department source its topic, user and rights while the platform runs. */
    public void addSource(String source) {
        kafka.addSource(source);
    }

    /** What another program needs to reach this platform. */
    public Connection connection() {
        return new Connection(
                address(Part.GATEWAY),
                keycloak.token(),
                kafka.address(),
                clockOffset,
                options.state());
    }

    /** Secret of a confidential client of the realm, such as {@code demo-desk}. */
    public String clientSecret(String client) {
        return secrets.of("client." + client);
    }

    /** Password of every demonstration account. */
    public String demoPassword() {
        return secrets.of("demo-password");
    }

    /** Ends everything in order: gateway and services first, the servers they need last. */
    @Override
    public synchronized void close() {
        closing = true;
        if (trainer != null) {
            trainer.close();
        }
        List<Running> services = new ArrayList<>(replicas);
        List<Running> servers = new ArrayList<>();
        running.values().forEach(one -> (one.part().isService() ? services : servers).add(one));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            services.forEach(service -> threads.execute(service::stop));
        }
        servers.sort(java.util.Comparator.comparing(Running::part).reversed());
        servers.forEach(Running::stop);
        replicas.clear();
        running.clear();
        Connection.forget(options.state());
        marks.remove(LAUNCHER);
        marks.clear(GRACE_FOR_LEFTOVERS);
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel lock(Path state) {
        try {
            FileChannel channel =
                    FileChannel.open(
                            state.resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw alreadyRunning(state);
            }
            return channel;
        } catch (java.nio.channels.OverlappingFileLockException _) {
            throw alreadyRunning(state);
        } catch (IOException e) {
            throw new Trouble("Can't write to " + state + ": " + e, e);
        }
    }

    private static Trouble alreadyRunning(Path state) {
        String who =
                new ProcessMarks(state.resolve("run"))
                        .living(LAUNCHER)
                        .map(mark -> " (launcher's pid " + mark.pid() + ")")
                        .orElse("");
        return new Trouble(
                "The platform of " + state + " is running" + who + ". Stop it with deploy/down.");
    }

    private void keepOldLogs() {
        Path logs = options.state().resolve("logs");
        if (!Files.isDirectory(logs)) {
            return;
        }
        try (Stream<Path> files = Files.list(logs)) {
            for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
                if (!log.endsWith("launcher.log")) {
                    Files.move(
                            log,
                            log.resolveSibling(log.getFileName() + ".old"),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
