package org.oneseal.platform.testkit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Two processes of one service at once: nothing is relayed or handled twice in effect. */
@PlatformTest
class ReplicasTest {

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired JdbcTemplate jdbc;
    @Autowired Environment environment;
    @Autowired JwtDecoder decoder;

    @Test
    void twoReplicasShareTheWork() {
        LedgerApplication.Totals.poisonous = false;
        String token = tokens.of(Role.CASE_OFFICER).region("431103000000").department("A").mint();
        Map<String, Object> settings = new HashMap<>();
        for (String name :
                new String[] {
                    "ONESEAL_DB_URL",
                    "ONESEAL_DB_USER",
                    "ONESEAL_DB_PASSWORD",
                    "ONESEAL_KAFKA",
                    "ONESEAL_KEY_DIR"
                }) {
            settings.put(name, environment.getRequiredProperty(name));
        }
        settings.put("server.port", 0);
        settings.put("spring.jmx.enabled", false);
        try (var other =
                new SpringApplicationBuilder(LedgerApplication.class)
                        .properties(settings)
                        .initializers(
                                context ->
                                        context.getBeanFactory()
                                                .registerSingleton("sharedDecoder", decoder))
                        .run()) {
            Http second =
                    new Http(
                            "http://127.0.0.1:"
                                    + other.getEnvironment().getProperty("local.server.port"));
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < 120; i++) {
                String id = "two-" + i;
                ids.add(id);
                var answer =
                        (i % 2 == 0 ? http : second)
                                .post("/api/v1/notes", token, Map.of("id", id, "amount", 1));
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            }
            await().atMost(Patience.SOON)
                    .untilAsserted(
                            () ->
                                    assertThat(
                                                    jdbc.queryForObject(
                                                            """
                                                            SELECT count(*) FROM total
                                                             WHERE id LIKE 'two-%'
                                                            """,
                                                            Long.class))
                                            .isEqualTo(120));
            assertThat(
                            jdbc.queryForObject(
                                    """
                                    SELECT count(*) FROM total
                                     WHERE id LIKE 'two-%' AND events = 1 AND amount = 1
                                    """,
                                    Long.class))
                    .isEqualTo(120);
            assertThat(
                            topics.all("oneseal.ledger.v1").stream()
                                    .filter(m -> ids.contains(m.key()))
                                    .count())
                    .isEqualTo(120);
        }
    }
}
