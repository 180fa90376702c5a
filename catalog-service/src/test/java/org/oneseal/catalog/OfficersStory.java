package org.oneseal.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.springframework.beans.factory.annotation.Autowired;

/** Officers are appointed; their accounts are made afterwards, where there is who makes them. */
@PlatformTest
class OfficersStory {

    /** 湘乡市. */
    private static final String COUNTY = "430381000000";

    @Autowired Http http;
    @Autowired Tokens tokens;

    @Test
    void anOfficerIsAppointedAndTheAccountSaysWhatItWaitsFor() {
        CountyDesk desk = new CountyDesk(http, tokens, COUNTY);
        desk.department("430381-WJ", "卫生健康局", CountyDesk.uscc(COUNTY, 1));
        Map<String, String> officer =
                Map.of("username", "xiangxiang.wang", "name", "王敏", "role", "window-clerk");
        String path = "/api/v1/departments/430381-WJ/officers";
        assertThat(http.post(path, desk.editor(), officer).status()).isEqualTo(403);
        Http.Answer appointed = http.post(path, desk.operator(), officer);
        assertThat(appointed.status()).as(appointed.text()).isEqualTo(201);
        assertThat(appointed.json().path("account").path("state").asString()).isEqualTo("PENDING");
        await().atMost(Patience.SOON)
                .untilAsserted(
                        () ->
                                assertThat(
                                                http.get(path, desk.operator())
                                                        .json()
                                                        .path("items")
                                                        .path(0)
                                                        .path("account")
                                                        .path("reason")
                                                        .asString(""))
                                        .contains("no identity provider"));
        assertThat(
                        http.post(
                                        path,
                                        desk.operator(),
                                        Map.of(
                                                "username",
                                                "X",
                                                "name",
                                                " ",
                                                "role",
                                                "platform-operator"))
                                .objections())
                .containsExactlyInAnyOrder(
                        "username-invalid", "officer-name-missing", "officer-role-unknown");
    }
}
