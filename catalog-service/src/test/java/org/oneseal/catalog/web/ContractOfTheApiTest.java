package org.oneseal.catalog.web;

import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class ContractOfTheApiTest {

    @Autowired Http http;

    @Test
    void theCommittedDocumentIsWhatTheServiceServes() {
        String served = http.get("/api/v1/catalog/openapi.yaml", null).text();
        Contracts.of("catalog-service")
                .assertCommitted(
                        "openapi.yaml",
                        served.replaceAll("(?m)^- url: http://.*$", "- url: /")
                                .replaceAll("(?m)^  - url: http://.*$", "  - url: /"));
    }
}
