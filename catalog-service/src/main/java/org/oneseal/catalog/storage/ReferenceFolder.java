package org.oneseal.catalog.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * Where the reference data are. A deployment points {@code oneseal.catalog.reference} at a folder
 * of its own with files of the same names; one that is not there, because it came with a later
 * release, is taken as shipped, and the log says so.
 */
@Component
class ReferenceFolder {

    private static final String SHIPPED = "classpath:/reference/";
    private static final Logger log = LoggerFactory.getLogger(ReferenceFolder.class);

    private final ResourceLoader resources;
    private final String folder;

    ReferenceFolder(
            ResourceLoader resources,
            @Value("${oneseal.catalog.reference:" + SHIPPED + "}") String folder) {
        this.resources = resources;
        this.folder = folder.endsWith("/") ? folder : folder + "/";
    }

    String text(String name) {
        Resource own = resources.getResource(folder + name);
        if (!own.exists()) log.warn("{} has no {}, so the shipped one counts", folder, name);
        Resource resource = own.exists() ? own : resources.getResource(SHIPPED + name);
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("reference data " + folder + name, e);
        }
    }

    /** The cells of a table's lines, without its header and its comments. */
    Stream<List<String>> rows(String name) {
        return text(name)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .skip(1)
                .map(line -> Stream.of(line.split(",", -1)).map(String::strip).toList());
    }
}
