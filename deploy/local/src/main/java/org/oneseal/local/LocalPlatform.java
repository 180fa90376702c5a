package org.oneseal.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.oneseal.local.process.Child;
import org.oneseal.local.process.ProcessMark;
import org.oneseal.local.process.ProcessMarks;

/** A platform that runs as child processes of this JVM and ends with it or with {@link #close}. */
public final class LocalPlatform implements AutoCloseable {

    static final String LAUNCHER = "launcher";

    private final Options options;
    private final ProcessMarks marks;
    private final Secrets secrets;
    private final Postgres postgres;
    private final Kafka kafka;
    private final Keycloak keycloak;
    private final StateFolder folder;
    private final Map<Part, Running> running =
            Collections.synchronizedMap(new EnumMap<>(Part.class));
    private final List<Running> replicas = Collections.synchronizedList(new ArrayList<>());
    private final ServiceEnvironment environment;
    private final ClockFile clock;
    private volatile boolean ready;
    private volatile boolean closing;
    private @Nullable Trainer trainer;

    /** Starts what the options name and returns when all of it is ready. */
    public static LocalPlatform start(Options options) {
        Prerequisites.tools();
        Secrets.Private.folder(options.state());
        Prerequisites.writable(options.state());
        Prerequisites.space(options);
        LocalPlatform platform = new LocalPlatform(options, StateFolder.lock(options.state()));
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
        StateFolder.forget(state);
    }

    private LocalPlatform(Options options, StateFolder folder) {
        this.options = options;
        this.folder = folder;
        this.marks = new ProcessMarks(options.state().resolve("run"));
        this.secrets = new Secrets(options.state().resolve("secrets"));
        List<String> roles = new ArrayList<>();
        Part.services().stream().filter(Part::hasDatabase).map(Part::segment).forEach(roles::add);
        roles.add("keycloak");
        Ports ports = options.ports();
        this.postgres =
                new Postgres(
                        options.state(), options.cache(), ports.of(Part.POSTGRES), secrets, roles);
        this.kafka = new Kafka(options, secrets);
        this.keycloak =
                new Keycloak(options, secrets, postgres.database("keycloak"), realmVariables());
        this.clock = new ClockFile(options.state(), options.clockOffset());
        this.environment =
                new ServiceEnvironment(options, secrets, postgres, kafka, keycloak, clock);
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
        List<String> left = marks.clear(StateFolder.GRACE_FOR_LEFTOVERS);
        left.forEach(
                name -> options.console().say("Ended " + name + ", left by an earlier start."));
        PortCheck.allFree(options.ports().named(ordered()));
        Secrets.Private.folder(options.state().resolve("logs"));
        Secrets.Private.folder(options.state().resolve("run"));
        folder.keepOldLogs();
        Connection.forget(options.state());
        marks.put(LAUNCHER, ProcessMark.ofThisProcess());
        clock.write();
        Startup.of(ordered(), this::startPart);
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

    private List<Part> ordered() {
        return options.parts().stream().sorted().toList();
    }

    private void startPart(Part part) {
        long begin = System.nanoTime();
        int port = options.ports().of(part);
        running.put(
                part,
                Running.start(
                        part, port, recipe(part), marks, this::tellDeath, options.patience()));
        options.console()
                .say(
                        "  %-20s 127.0.0.1:%-5d ready after %.1f s"
                                .formatted(part.title(), port, (System.nanoTime() - begin) / 1e9));
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
        // Lucene maps its files and advises the system how they are read.
        if (part == Part.CATALOG) jvm.add("--enable-native-access=ALL-UNNAMED");
        jvm.addAll(options.compiler());
        return new Application(part, name, options, port, jvm, () -> environment.of(part, port));
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
        clock.move(offset);
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
                clock.offset(),
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
        marks.clear(StateFolder.GRACE_FOR_LEFTOVERS);
        folder.close();
    }
}
