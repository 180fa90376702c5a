package org.oneseal.cases;

import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class OpenApiTest {

    @Autowired Http http;

    @Test
    void theCommittedDocumentIsWhatTheServiceAnswersTo() {
        String document =
                http.get("/api/v1/cases/openapi.yaml", null)
                        .text()
                        .replaceAll("http://[^\\s]*:\\d+", "/");

        Contracts.of("case-service").assertCommittedApi(document);
    }
}
