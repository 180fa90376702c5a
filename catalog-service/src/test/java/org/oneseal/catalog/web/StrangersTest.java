package org.oneseal.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.PlatformTest;

/** Whoever may not write or read is told so, and nothing is written. */
@PlatformTest
class StrangersTest extends Abuse {

    @Test
    void withoutATokenNothingIsReadOrWritten() {
        for (String path :
                List.of(
                        "/api/v1/regions",
                        "/api/v1/regions/" + DISTRICT,
                        "/api/v1/calendars/" + DISTRICT + "/2026",
                        "/api/v1/departments",
                        "/api/v1/departments/" + DEPARTMENT + "/officers",
                        "/api/v1/directory",
                        "/api/v1/basic-directory",
                        "/api/v1/search?q=x",
                        "/api/v1/synonyms",
                        "/api/v1/knowledge",
                        "/api/v1/items",
                        "/api/v1/items/" + CODE,
                        "/api/v1/items/" + CODE + "/guide",
                        "/api/v1/packages",
                        "/api/v1/packages/" + BUNCH)) {
            isProblem(http.get(path, null), 401);
            isProblem(http.get(path, tokens.of(Role.PLATFORM_OPERATOR).expired().mint()), 401);
        }
        unwritten(() -> WRITES.forEach(write -> isProblem(send(write, null), 401)));
        isProblem(http.post("/api/v1/catalog/republications", null, null), 401);
        isProblem(http.post("/api/v1/packages/imports?region=" + DISTRICT, null, null), 401);
    }

    @Test
    void anotherRegionsEditorAndOtherRolesWriteNothing() {
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region(OTHER).mint();
        String nowhere = tokens.of(Role.CATALOG_EDITOR).mint();
        String citizen = tokens.of(Role.APPLICANT).region(DISTRICT).mint();
        String officer =
                tokens.of(Role.CHIEF_APPROVER).region(DISTRICT).department(DEPARTMENT).mint();
        unwritten(
                () -> {
                    for (String token : List.of(elsewhere, nowhere, citizen, officer)) {
                        for (Write write : WRITES) {
                            assertThat(isProblem(send(write, token)).status())
                                    .as("%s %s", write.method(), write.path())
                                    .isIn(403, 404);
                        }
                        isProblem(http.post("/api/v1/catalog/republications", token, null), 403);
                        isProblem(
                                http.post(
                                        "/api/v1/packages/imports?region=" + DISTRICT, token, null),
                                403);
                    }
                });
    }

    @Test
    void aDraftOfAnotherRegionDoesNotExist() {
        String elsewhere = tokens.of(Role.CATALOG_EDITOR).region(OTHER).mint();
        isProblem(http.get("/api/v1/items/" + CODE, elsewhere), 404);
        assertThat(http.get("/api/v1/items?q=试验事项", elsewhere).json().path("items").size())
                .isZero();
        assertThat(http.get("/api/v1/items?q=试验事项", editor()).json().path("items").size())
                .isEqualTo(1);
    }
}
