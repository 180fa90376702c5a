package org.oneseal.local.broker;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/** Formats its storage the first time, then serves until it is told to end. */
public final class BrokerProcess {

    /** Environment variable with the administrator's password, read at formatting only. */
    public static final String PASSWORD = "ONESEAL_BROKER_PASSWORD";

    /** Name of the administrator. */
    public static final String ADMINISTRATOR = "admin";

    private BrokerProcess() {}

    public static void main(String[] args) throws Exception {
        Properties properties = new Properties();
        try (InputStream file = Files.newInputStream(Path.of(args[0]))) {
            properties.load(file);
        }
        KafkaConfig config = new KafkaConfig(properties, false);
        Path storage = Path.of(properties.getProperty("log.dirs"));
        if (!Files.exists(storage.resolve("meta.properties"))) {
            format(config, storage);
        }
        KafkaRaftServer server = new KafkaRaftServer(config, Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        server.startup();
        server.awaitShutdown();
    }

    private static void format(KafkaConfig config, Path storage) throws Exception {
        new Formatter()
                .setNodeId(config.nodeId())
                .setClusterId(Uuid.randomUuid().toString())
                .setControllerListenerName("CONTROLLER")
                .setMetadataLogDirectory(storage.toString())
                .addDirectory(storage.toString())
                .setHasDynamicQuorum(false)
                .setScramArguments(
                        List.of(
                                "SCRAM-SHA-256=[name=%s,password=%s]"
                                        .formatted(ADMINISTRATOR, System.getenv(PASSWORD))))
                .run();
    }
}
