package org.oneseal.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against what the services say of themselves. */
class UpstreamTest {

    private static final Map<Upstream, String> MODULES =
            Map.of(
                    Upstream.CATALOG, "catalog-service",
                    Upstream.CASES, "case-service",
                    Upstream.SUPERVISION, "supervision-service",
                    Upstream.CREDIT, "credit-service",
                    Upstream.MARKET, "intermediary-market-service",
                    Upstream.NOTIFICATION, "notification-service");

    @Test
    void everyDocumentedPathLeadsToTheServiceThatDocumentsIt() throws IOException {
        assertThat(MODULES.keySet()).containsExactlyInAnyOrder(Upstream.values());
        for (var module : MODULES.entrySet()) {
            List<String> paths = documented(module.getValue());
            assertThat(paths).as(module.getValue()).isNotEmpty();
            assertThat(paths)
                    .allSatisfy(
                            path ->
                                    assertThat(Upstream.of(path))
                                            .as(path)
                                            .isEqualTo(module.getKey()));
        }
    }

    private static List<String> documented(String module) throws IOException {
        return Files.readAllLines(Path.of("..", module, "contracts", "openapi.yaml")).stream()
                .filter(line -> line.startsWith("  /api/v1/"))
                .map(line -> line.strip().replace(":", "").replace("\"", ""))
                .toList();
    }
}
