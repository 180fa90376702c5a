package org.oneseal.local;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.oneseal.local.broker.BrokerProcess;
import org.oneseal.local.process.Child;
import org.oneseal.local.process.Trouble;

/**
 * One broker with a durable log. Each service and each department source is a user of its own: a
 * service writes its own topics, a source its one inbound topic and nothing else.
 */
final class Kafka implements Recipe {

    private static final String ADMINISTRATOR = BrokerProcess.ADMINISTRATOR;
    private static final int ITERATIONS = 4096;
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final Path root;
    private final Path cache;
    private final Path folder;
    private final Path log;
    private final int port;
    private final int controllerPort;
    private final Secrets secrets;
    private final List<String> sources;
    private final List<String> compiler;

    Kafka(Options options, Secrets secrets) {
        this.cache = options.cache();
        this.root = options.root();
        this.folder = options.state().resolve("kafka");
        this.log = options.state().resolve("logs").resolve("kafka.log");
        this.port = options.ports().of(Part.KAFKA);
        this.controllerPort = options.ports().kafkaController();
        this.secrets = secrets;
        this.sources = options.sources();
        this.compiler = options.compiler();
    }

    static String sourceUser(String source) {
        return "source-" + source;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    /** What a client sets to connect as this user. */
    Map<String, String> client(String user) {
        return client(address(), user, secrets);
    }

    static Map<String, String> client(String address, String user, Secrets secrets) {
        return Map.of(
                "bootstrap.servers",
                address,
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-256",
                "sasl.jaas.config",
                scram(user, secrets));
    }

    private static String scram(String user, Secrets secrets) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required"
                + " username=\"%s\" password=\"%s\";".formatted(user, secrets.of("kafka." + user));
    }

    @Override
    public void prepare() {
        Secrets.Private.folder(folder);
        String controller = secrets.of("kafka.controller");
        Secrets.Private.write(
                folder.resolve("server.properties"),
                """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=CLIENTS://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=CLIENTS://127.0.0.1:%1$d
                listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=CLIENTS
                sasl.mechanism.inter.broker.protocol=SCRAM-SHA-256
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.clients.sasl.enabled.mechanisms=SCRAM-SHA-256
                listener.name.clients.scram-sha-256.sasl.jaas.config=%3$s
                listener.name.controller.sasl.enabled.mechanisms=PLAIN
                listener.name.controller.plain.sasl.jaas.config=%4$s
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:%5$s;User:controller
                allow.everyone.if.no.acl.found=false
                log.dirs=%6$s
                auto.create.topics.enable=false
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                log.cleaner.dedupe.buffer.size=8388608
                log.cleaner.threads=1
                broker.session.timeout.ms=4000
                broker.heartbeat.interval.ms=1000
                """
                        .formatted(
                                port,
                                controllerPort,
                                scram(ADMINISTRATOR, secrets),
                                "org.apache.kafka.common.security.plain.PlainLoginModule required"
                                        + " username=\"controller\" password=\"%s\""
                                                .formatted(controller)
                                        + " user_controller=\"%s\";".formatted(controller),
                                ADMINISTRATOR,
                                folder.resolve("log")));
    }

    @Override
    public Child.Launch launch() {
        return new Child.Launch(
                "kafka",
                List.of(),
                command(),
                Map.of(BrokerProcess.PASSWORD, secrets.of("kafka." + ADMINISTRATOR)),
                folder,
                log,
                "TERM",
                "KILL");
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(ClassPath.java());
        command.addAll(compiler);
        command.addAll(
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        // Classes as they were at the last orderly end: half the time to start.
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + cache.resolve("kafka.jsa"),
                        "-Xshare:auto",
                        "-Xlog:cds=off,cds+dynamic=off,class+path=off",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                        "-cp",
                        ClassPath.ofLauncher(root),
                        BrokerProcess.class.getName(),
                        folder.resolve("server.properties").toString()));
        return command;
    }

    @Override
    public void awaitReady(Child child, Duration patience) {
        Await.ready(child, patience, this::listens);
        try (Admin admin = admin()) {
            List<NewTopic> topics = new ArrayList<>(Topics.ofPlatform());
            sources.forEach(source -> topics.addAll(Topics.ofSource(source)));
            List<String> users = new ArrayList<>();
            List<AclBinding> rules = new ArrayList<>();
            for (Part service : Part.services()) {
                if (service.hasDatabase()) {
                    users.add(service.segment());
                    rules.addAll(ofService(service.segment()));
                }
            }
            for (String source : sources) {
                users.add(sourceUser(source));
                rules.addAll(ofSource(source));
            }
            provide(admin, topics, users, rules);
        }
    }

    /** Gives one more source its topic, its user and its rights. */
    void addSource(String source) {
        try (Admin admin = admin()) {
            provide(admin, Topics.ofSource(source), List.of(sourceUser(source)), ofSource(source));
        }
    }

    @Override
    public Duration grace() {
        return Duration.ofSeconds(20);
    }

    private Admin admin() {
        return Admin.create(Map.<String, Object>copyOf(client(ADMINISTRATOR)));
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (java.io.IOException _) {
            return false;
        }
    }

    private void provide(
            Admin admin, List<NewTopic> topics, List<String> users, Collection<AclBinding> rules) {
        try {
            Set<String> known = wait(admin.listTopics().names());
            wait(
                    admin.createTopics(
                                    topics.stream()
                                            .filter(topic -> !known.contains(topic.name()))
                                            .toList())
                            .all());
            Set<String> enrolled =
                    wait(admin.describeUserScramCredentials().all()).keySet().stream()
                            .collect(Collectors.toSet());
            var missing =
                    users.stream()
                            .filter(user -> !enrolled.contains(user))
                            .<org.apache.kafka.clients.admin.UserScramCredentialAlteration>map(
                                    user ->
                                            new UserScramCredentialUpsertion(
                                                    user,
                                                    new ScramCredentialInfo(
                                                            ScramMechanism.SCRAM_SHA_256,
                                                            ITERATIONS),
                                                    secrets.of("kafka." + user)))
                            .toList();
            wait(admin.createAcls(rules).all());
            if (!missing.isEmpty()) {
                wait(admin.alterUserScramCredentials(missing).all());
                awaitLogin(missing.getLast().user());
            }
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new Trouble(
                    "Can't prepare Kafka's topics and users: "
                            + String.valueOf(e.getCause() == null ? e : e.getCause()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Trouble("Interrupted while preparing Kafka", e);
        }
    }

    /** The broker learns of a user a moment after the controller has answered. */
    private void awaitLogin(String user)
            throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
        long end = System.nanoTime() + ANSWER.toNanos();
        while (true) {
            try (Admin admin = Admin.create(Map.<String, Object>copyOf(client(user)))) {
                wait(admin.describeCluster().clusterId());
                return;
            } catch (ExecutionException e) {
                boolean early = e.getCause() instanceof SaslAuthenticationException;
                if (!early || System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    private static <T> T wait(org.apache.kafka.common.KafkaFuture<T> answer)
            throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
        return answer.get(ANSWER.toSeconds(), TimeUnit.SECONDS);
    }

    private static List<AclBinding> ofService(String segment) {
        String user = "User:" + segment;
        List<AclBinding> rules = new ArrayList<>();
        rules.add(allow(user, ResourceType.TOPIC, "oneseal.", PatternType.PREFIXED, "READ"));
        rules.add(
                allow(
                        user,
                        ResourceType.TOPIC,
                        "oneseal." + segment + ".",
                        PatternType.PREFIXED,
                        "WRITE"));
        rules.add(
                allow(user, ResourceType.TOPIC, "oneseal.seals.v1", PatternType.LITERAL, "WRITE"));
        Topics.ofPlatform().stream()
                .map(NewTopic::name)
                .filter(name -> name.endsWith(".dlt"))
                .forEach(
                        name ->
                                rules.add(
                                        allow(
                                                user,
                                                ResourceType.TOPIC,
                                                name,
                                                PatternType.LITERAL,
                                                "WRITE")));
        rules.add(allow(user, ResourceType.GROUP, "*", PatternType.LITERAL, "READ"));
        return rules;
    }

    private static List<AclBinding> ofSource(String source) {
        return Stream.concat(
                        ofInbound(source, Topics.inbound(source), Part.CASE),
                        ofInbound(source, Topics.matters(source), Part.SUPERVISION))
                .toList();
    }

    /** Its source alone writes it; its dead letters are written by the service that reads it. */
    private static Stream<AclBinding> ofInbound(String source, String topic, Part reader) {
        return Stream.of(
                allow(
                        "User:" + sourceUser(source),
                        ResourceType.TOPIC,
                        topic,
                        PatternType.LITERAL,
                        "WRITE"),
                allow(
                        "User:" + reader.segment(),
                        ResourceType.TOPIC,
                        topic + ".dlt",
                        PatternType.LITERAL,
                        "WRITE"));
    }

    private static AclBinding allow(
            String user, ResourceType type, String name, PatternType pattern, String operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(
                        user, "*", AclOperation.valueOf(operation), AclPermissionType.ALLOW));
    }
}
