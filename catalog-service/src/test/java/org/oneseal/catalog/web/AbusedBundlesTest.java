package org.oneseal.catalog.web;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.PlatformTest;

/** Bundles and the lists of upper levels are no way around. */
@PlatformTest
class AbusedBundlesTest extends Abuse {

    @Test
    void bundlesAndUpstreamListsAreNoWayAround() {
        String imports = "/api/v1/catalog-bundles/imports";
        String reports = "/api/v1/catalog-upstreams/reports/none/";
        List<Write> writes =
                List.of(
                        new Write("POST", imports, "{}", "application/jsonl"),
                        new Write("POST", imports + "?dryRun=true", "{}", "application/jsonl"),
                        Write.json("POST", "/api/v1/catalog-upstreams/looks", ""),
                        Write.json("POST", reports + "adoption", ""),
                        Write.json("POST", reports + "acknowledgement", Map.of("note", "x")));
        List<String> reads =
                List.of(
                        "/api/v1/catalog-bundles?region=" + DISTRICT,
                        "/api/v1/catalog-bundles/compressed?region=" + DISTRICT,
                        "/api/v1/catalog-upstreams",
                        "/api/v1/catalog-upstreams/none/reports");
        String citizen = tokens.of(Role.APPLICANT).region(DISTRICT).mint();
        unwritten(
                () -> {
                    writes.forEach(write -> isProblem(send(write, null), 401));
                    writes.forEach(write -> isProblem(send(write, citizen), 403));
                    reads.forEach(path -> isProblem(http.get(path, null), 401));
                    reads.forEach(path -> isProblem(http.get(path, citizen), 403));
                    for (String body : List.of("{}", "[]", "x", "\u0000", "{\"bundle\":{}}")) {
                        isProblem(
                                send(
                                        new Write("POST", imports, body, "application/jsonl"),
                                        editor()),
                                422);
                    }
                    isProblem(send(Write.json("POST", imports, "{}"), editor()), 415);
                    isProblem(raw(writes.getLast(), "{\"note\":{}}"), 400);
                    isProblem(raw(writes.getLast(), "{}"), 400, 422);
                    isProblem(send(writes.get(3), editor()), 404);
                    isProblem(send(writes.get(4), editor()), 404);
                    isProblem(
                            http.send(
                                    "POST",
                                    imports,
                                    editor(),
                                    "{}",
                                    "Content-Type",
                                    "application/jsonl"),
                            400);
                    String elsewhere = tokens.of(Role.CATALOG_EDITOR).region(OTHER).mint();
                    isProblem(http.get(reads.getFirst(), elsewhere), 403);
                    isProblem(http.get(reads.getLast(), editor()), 404);
                });
    }
}
