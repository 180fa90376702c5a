package org.oneseal.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;

/** Whose matters somebody may tell of follows from the role that tells, whatever else they are. */
class TellersStory extends Story {

    private static final String MATTERS = "/api/v1/watches/matters";

    TellersStory() {
        super("431187000000");
    }

    @Test
    void an_officer_with_another_charge_tells_of_no_other_department() {
        Http.Answer opened = http.post(MATTERS, officer(), opening("tellers-1"));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        String path = MATTERS + "/" + opened.json().path("id").asString();
        for (Role charge : new Role[] {Role.CATALOG_EDITOR, Role.CREDIT_OFFICER}) {
            String other =
                    tokens.of(Role.CASE_OFFICER, charge)
                            .region(county())
                            .department("431187-WJ")
                            .subject("officer-wen")
                            .mint();
            assertThat(http.get(path, other).status()).as(charge.name()).isEqualTo(404);
            assertThat(goOn(path, other).status()).as(charge.name()).isEqualTo(404);
            assertThat(http.post(MATTERS, other, opening("tellers-2")).objections())
                    .containsExactly("matter-outside");
        }
        String homeless =
                tokens.of(Role.CASE_OFFICER).region(county()).subject("officer-nobody").mint();
        assertThat(http.get(path, homeless).status()).isEqualTo(404);
        assertThat(http.get(path, stranger()).status()).isEqualTo(404);
        assertThat(http.get(path, supervisor()).status()).isEqualTo(200);
        String agent =
                tokens.of(Role.HOTLINE_AGENT, Role.CASE_OFFICER)
                        .region(county())
                        .department("431187-WJ")
                        .subject("agent")
                        .mint();
        assertThat(goOn(path, agent).status()).isEqualTo(200);
    }

    private Http.Answer goOn(String path, String token) {
        return http.post(
                path + "/milestones",
                token,
                Map.of("reached", "answered", "at", "2026-03-02T02:30:00Z"),
                "If-Match",
                "\"1\"");
    }

    private Map<String, Object> opening(String number) {
        Map<String, Object> opening = new LinkedHashMap<>();
        opening.put("kind", "TICKET");
        opening.put("number", number);
        opening.put("title", "催办");
        opening.put("region", county());
        opening.put("department", department());
        opening.put("reached", "received");
        opening.put("awaits", "answered");
        opening.put("at", "2026-03-02T02:00:00Z");
        return opening;
    }
}
