package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.oneseal.platform.messaging.EventJson;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Contracts;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.Topics;
import tools.jackson.databind.JsonNode;

/** Tests in a department whose officers have signed on. */
abstract class Office extends InDistrict {

    String he;
    String qin;

    Office(String party, String name, String uscc) {
        super(party, name, uscc);
    }

    @BeforeEach
    void itsOfficersHaveSignedOn() {
        he = district.staff(Role.CASE_OFFICER, "officer-he");
        qin = district.staff(Role.CASE_OFFICER, "officer-qin");
        for (String officer : List.of(he, qin, district.officer(), district.chief())) {
            assertThat(http.post("/api/v1/cases/officers", officer, null).status()).isEqualTo(200);
        }
    }

    /** A case whose middle step is done, so that it can be decided. */
    final Answer examined() {
        return examined(accepted());
    }

    final Answer examined(Answer accepted) {
        return act(
                accepted,
                "steps",
                district.officer(),
                Map.of("step", "examine", "action", "COMPLETE"));
    }

    /** The whole list, page after page: other tests' cases are in it, too. */
    final List<String> work(String officer, String list, String due) {
        List<String> ids = new ArrayList<>();
        String from = "";
        do {
            Answer page =
                    http.get(
                            "/api/v1/cases/work?limit=200&list=" + list + "&due=" + due + from,
                            officer);
            assertThat(page.status()).as(page.text()).isEqualTo(200);
            for (JsonNode row : page.json().path("items")) ids.add(row.path("id").asString());
            String next = page.json().path("next").asString("");
            from = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!from.isEmpty());
        return ids;
    }

    /** The events of a case as they were sent, each held to its schema. */
    final List<String> names(String id) {
        Answer now = http.get("/api/v1/cases/" + id, district.officer());
        int version = now.json().path("version").asInt();
        await().atMost(Patience.SOON).until(() -> sent(id).size() >= version);
        var contracts = Contracts.of("case-service");
        List<String> names = new ArrayList<>();
        for (Topics.Message message : sent(id)) {
            String type = Objects.requireNonNull(message.headers().get("ce_type"));
            String name = type.replace("org.oneseal.cases.", "");
            contracts.assertValid(
                    name, EventJson.reader().readTree(Objects.requireNonNull(message.value())));
            names.add(name);
        }
        return names;
    }

    /** What was told last under that name, once all that is known of the case has been sent. */
    final JsonNode told(Answer it, String event) {
        assertThat(names(id(it))).contains(event);
        return lastSent(id(it), event);
    }

    final JsonNode lastSent(String key, String event) {
        return sent(key).stream()
                .filter(m -> ("org.oneseal.cases." + event).equals(m.headers().get("ce_type")))
                .map(m -> EventJson.reader().readTree(Objects.requireNonNull(m.value())))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    final List<Topics.Message> sent(String id) {
        return topics.all("oneseal.cases.v1").stream().filter(m -> id.equals(m.key())).toList();
    }
}
