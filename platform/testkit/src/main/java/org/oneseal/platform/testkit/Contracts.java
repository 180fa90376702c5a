package org.oneseal.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.oneseal.platform.messaging.EventJson;
import tools.jackson.databind.JsonNode;

/**
 * The contracts of a service as files: a schema and a sample an event. Producers check what they
 * write against them, consumers read every sample.
 */
public final class Contracts {

    private static final SchemaRegistry SCHEMAS =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Path folder;

    private Contracts(Path folder) {
        this.folder = folder;
    }

    /**
     * The contracts of a module beside this one.
     *
     * @param module such as {@code case-service}
     */
    public static Contracts of(String module) {
        Path here = Path.of("").toAbsolutePath();
        for (Path p = here; p != null; p = p.getParent()) {
            Path folder = p.resolve(module).resolve("contracts");
            if (Files.isDirectory(folder)) return new Contracts(folder);
        }
        throw new IllegalStateException("no contracts of " + module + " above " + here);
    }

    /** Every sample by event name, such as {@code accepted}. */
    public Map<String, JsonNode> samples() {
        Map<String, JsonNode> samples = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("events/v1/samples"))) {
            files.filter(f -> f.toString().endsWith(".json"))
                    .forEach(
                            f ->
                                    samples.put(
                                            f.getFileName().toString().replace(".json", ""),
                                            EventJson.reader().readTree(text(f))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }

    /** Names of events that have a schema. */
    public java.util.Set<String> schemas() {
        try (Stream<Path> files = Files.list(folder.resolve("events/v1"))) {
            return files.map(f -> f.getFileName().toString())
                    .filter(n -> n.endsWith(".schema.json"))
                    .map(n -> n.replace(".schema.json", ""))
                    .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the data keep to the event's schema; whoever sends validates with this. */
    public void assertValid(String event, JsonNode data) {
        Schema schema =
                SCHEMAS.getSchema(text(folder.resolve("events/v1/" + event + ".schema.json")));
        assertThat(schema.validate(data)).as("%s against its schema: %s", event, data).isEmpty();
    }

    /** Fails unless the record is written as the sample says and the sample keeps to its schema. */
    public void assertProduces(String event, Object data) {
        JsonNode written = EventJson.reader().readTree(EventJson.writer().writeValueAsString(data));
        assertThat(written).as("%s as it is sent", event).isEqualTo(samples().get(event));
        assertValid(event, written);
    }

    /**
     * Compares a generated document with the committed one; {@code -Dcontracts.write=true} writes
     * it instead.
     */
    public void assertCommitted(String file, String generated) {
        Path path = folder.resolve(file);
        if (Boolean.getBoolean("contracts.write")) {
            try {
                Files.writeString(path, generated);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(generated)
                .as("%s is out of date; write it with -Dcontracts.write=true", path)
                .isEqualTo(text(path));
    }

    /** The same of the OpenAPI document, whose bodies have samples. */
    public void assertCommittedApi(String generated) {
        HttpSamples samples = HttpSamples.of(generated);
        samples.writeIfAsked();
        assertCommitted("openapi.yaml", generated);
        samples.assertWhole();
    }

    /** A committed document, such as {@code asyncapi.yaml}. */
    public String document(String file) {
        return text(folder.resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
