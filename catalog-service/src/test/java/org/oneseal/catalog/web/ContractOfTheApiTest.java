package org.oneseal.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class ContractOfTheApiTest {

    @Autowired Http http;
    @Autowired Tokens tokens;

    @Test
    void theCommittedDocumentIsWhatTheServiceServes() {
        String token = tokens.of(Role.AUDITOR).mint();
        Http.Answer served = http.get("/api/v1/catalog/openapi.yaml", token);
        assertThat(served.status()).isEqualTo(200);
        Contracts.of("catalog-service").assertCommittedApi(served.text());
    }
}
