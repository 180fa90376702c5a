package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import tools.jackson.databind.node.ObjectNode;

/**
 * 冷水滩区 as tests need it: its calendar and one item from the catalog's own samples, and its people.
 */
final class District {

    static final String REGION = "431103000000";
    static final String DEPARTMENT = "431103-HJ";
    private static final Contracts CATALOG = Contracts.of("catalog-service");
    static final String ITEM = sample("item-published").path("itemCode").asString();

    private final Http http;
    private final Tokens tokens;
    private final Topics topics;

    District(Http http, Tokens tokens, Topics topics) {
        this.http = http;
        this.tokens = tokens;
        this.topics = topics;
    }

    /** Publishes the samples of the catalog and waits until intake knows them. */
    void publishCatalog() {
        Instant at = Instant.parse("2026-11-22T01:00:00Z");
        topics.send(
                "oneseal.catalog.calendars.v1",
                "100000000000/2026",
                "org.oneseal.catalog.calendar-published",
                2,
                at,
                "100000000000",
                null,
                sample("calendar-published"));
        ObjectNode item = sample("item-published");
        topics.send(
                "oneseal.catalog.items.v1",
                ITEM + "@1",
                "org.oneseal.catalog.item-published",
                1,
                at,
                REGION,
                DEPARTMENT,
                item);
        topics.awaitTaken("oneseal.catalog.calendars.v1", "cases.cases-calendars");
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () -> {
                            Answer probe =
                                    http.post(
                                            "/api/v1/cases",
                                            tokens.of(Role.APPLICANT).party("nobody").mint(),
                                            Map.of("itemCode", ITEM));
                            assertThat(probe.objections())
                                    .as(probe.text())
                                    .containsExactly("party-unknown");
                        });
    }

    /** Publishes the sample item under another code, changed as wanted, and waits for intake. */
    String publishItem(String code, Consumer<ObjectNode> change) {
        ObjectNode item = sample("item-published");
        item.put("itemCode", code);
        change.accept(item);
        topics.send(
                "oneseal.catalog.items.v1",
                code + "@1",
                "org.oneseal.catalog.item-published",
                1,
                Instant.parse("2026-11-22T01:00:00Z"),
                REGION,
                DEPARTMENT,
                item);
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                http.post(
                                                                "/api/v1/cases",
                                                                tokens.of(Role.APPLICANT)
                                                                        .party("nobody")
                                                                        .mint(),
                                                                Map.of("itemCode", code))
                                                        .objections())
                                        .containsExactly("party-unknown"));
        return code;
    }

    static ObjectNode sample(String event) {
        return (ObjectNode) Objects.requireNonNull(CATALOG.samples().get(event)).deepCopy();
    }

    /** A registered legal person's token. */
    String applicant(String party, String name, String uscc) {
        String token = tokens.of(Role.APPLICANT).party("431103-" + party).subject(party).mint();
        Answer registered =
                http.post(
                        "/api/v1/parties",
                        token,
                        Map.of("name", name, "region", REGION, "uscc", uscc));
        assertThat(registered.status()).as(registered.text()).isBetween(200, 201);
        return token;
    }

    String clerk() {
        return staff(Role.WINDOW_CLERK, "clerk-zhou");
    }

    String officer() {
        return staff(Role.CASE_OFFICER, "officer-tang");
    }

    String chief() {
        return staff(Role.CHIEF_APPROVER, "chief-liu");
    }

    String staff(Role role, String subject) {
        return tokens.of(role).region(REGION).department(DEPARTMENT).subject(subject).mint();
    }

    /** An officer of another county. */
    String stranger(Role role) {
        return tokens.of(role)
                .region("431102000000")
                .department("431102-HJ")
                .subject("stranger")
                .mint();
    }

    List<Map<String, Object>> materials(String... codes) {
        List<Map<String, Object>> materials = new ArrayList<>();
        for (String code : codes) {
            Map<String, Object> material = new LinkedHashMap<>();
            material.put("code", code);
            material.put("form", "ELECTRONIC");
            materials.add(material);
        }
        return materials;
    }

    /** Submits a whole application and returns the answer. */
    Answer submit(String applicant) {
        Answer submitted =
                http.post(
                        "/api/v1/cases",
                        applicant,
                        Map.of("itemCode", ITEM, "materials", materials("m1", "m2", "m4")));
        assertThat(submitted.status()).as(submitted.text()).isEqualTo(201);
        return submitted;
    }
}
