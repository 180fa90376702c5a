package org.oneseal.catalog.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.web.Page;

/**
 * What cannot be understood or stored is a problem detail with a clear message, and nothing is
 * written.
 */
@PlatformTest
class MalformedTest extends Abuse {

    @Test
    void bodiesThatCannotBeUnderstoodAreRefused() {
        unwritten(
                () -> {
                    for (Write write : WRITES) {
                        if (!write.contentType().equals("application/json")) continue;
                        isProblem(raw(write, "{\"a\":"), 400);
                        isProblem(raw(write, "[]"), 400);
                        isProblem(raw(write, "null"), 400);
                        isProblem(raw(write, "{\"unheardOf\":1}"), 400);
                        isProblem(raw(write, "x".repeat(1_200_000)), 400, 413);
                        isProblem(
                                raw(write, "{\"x\":\"" + "y".repeat(1_200_000) + "\"}"), 400, 413);
                        isProblem(
                                send(
                                        new Write(
                                                write.method(),
                                                write.path(),
                                                "<a/>",
                                                "application/xml"),
                                        operator()),
                                415);
                        if (write.body() instanceof Map<?, ?> members) {
                            for (Object member : members.keySet()) {
                                Map<Object, Object> wrong = new LinkedHashMap<>(members);
                                wrong.put(member, Map.of("wrong", List.of(true)));
                                isProblem(
                                        send(
                                                Write.json(write.method(), write.path(), wrong),
                                                operator()),
                                        400);
                            }
                        }
                    }
                });
    }

    @Test
    void answersThatAreNoneAreRefused() {
        String checklist = "/api/v1/items/" + CODE + "/guide/checklist";
        unwritten(
                () -> {
                    isProblem(http.post(checklist, null, Map.of()), 401);
                    for (String body :
                            List.of(
                                    "",
                                    "[]",
                                    "{",
                                    "{\"answers\":[]}",
                                    "{\"answers\":{\"a\":}}",
                                    "{\"on\":\"2026-02-30\"}",
                                    "{\"certificates\":{}}",
                                    "{\"nothing\":1}")) {
                        isProblem(raw(Write.json("POST", checklist, ""), body), 400);
                    }
                    for (Map<String, Object> body :
                            List.<Map<String, Object>>of(
                                    Map.of("place", "43"),
                                    Map.of("answers", Map.of("x".repeat(41), 1)),
                                    Map.of("certificates", List.of(Map.of())),
                                    Map.of(
                                            "certificates",
                                            List.of(Map.of("type", "x".repeat(22)))))) {
                        isProblem(http.post(checklist, operator(), body), 400, 422);
                    }
                    isProblem(http.post(checklist, operator(), Map.of()), 404);
                });
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        unwritten(
                () -> {
                    Map<String, Object> content = new LinkedHashMap<>(CONTENT);
                    content.put("name", "nul\u0000l");
                    isProblem(
                            send(
                                    Write.json("PUT", "/api/v1/items/" + CODE + "/draft", content),
                                    editor()),
                            400,
                            422);
                    isProblem(
                            send(
                                    Write.json(
                                            "PUT",
                                            "/api/v1/items/" + CODE + "/draft",
                                            """
                                            {"name":"half \\ud840","itemType":"01","caseKind":"PROMISED"}
                                            """),
                                    editor()),
                            400);
                    isProblem(
                            send(
                                    Write.json(
                                            "PUT",
                                            "/api/v1/packages/" + BUNCH + "/draft",
                                            Map.of("name", Map.of("zh", "nul\u0000l", "en", "x"))),
                                    editor()),
                            400,
                            422);
                    isProblem(http.get("/api/v1/packages?item=%00", editor()), 400);
                    isProblem(http.get("/api/v1/items?q=%00", editor()), 400);
                    isProblem(http.get("/api/v1/items?department=%00", editor()), 400);
                });
    }

    @Test
    void parametersThatCannotBeAreRefused() {
        for (String path :
                List.of(
                        "/api/v1/regions?limit=0",
                        "/api/v1/regions?limit=201",
                        "/api/v1/regions?limit=x",
                        "/api/v1/regions?level=GALAXY",
                        "/api/v1/items?cursor=%%%",
                        "/api/v1/items?cursor=" + Page.encode(List.of("x")),
                        "/api/v1/items?cursor=" + Page.encode(List.of("x", "y", "z")),
                        "/api/v1/regions?cursor=" + Page.encode(List.of("x", "y")),
                        "/api/v1/departments?cursor=" + Page.encode(List.of("x", "y")),
                        "/api/v1/items?object=ALIEN",
                        "/api/v1/items?status=GONE",
                        "/api/v1/calendars/" + DISTRICT + "/soon")) {
            isProblem(http.get(path.replace("%%%", "~~"), editor()), 400);
        }
        for (String path :
                List.of(
                        "/api/v1/regions/1",
                        "/api/v1/regions/999999999999",
                        "/api/v1/regions?parent=1",
                        "/api/v1/calendars/" + DISTRICT + "/1999",
                        "/api/v1/departments/none",
                        "/api/v1/items/none",
                        "/api/v1/items/none/versions/1",
                        "/api/v1/items/" + CODE + "/versions/1",
                        "/api/v1/packages/none",
                        "/api/v1/packages/none/guide",
                        "/api/v1/packages/" + BUNCH + "/versions/1",
                        "/api/v1/nothing")) {
            isProblem(http.get(path, operator()), 404);
        }
    }

    @Test
    void aTableThatIsNoneIsRefused() {
        unwritten(
                () -> {
                    for (String csv : List.of("x", "a,b\n1,2\n", CSV_HEADER)) {
                        isProblem(
                                send(
                                        new Write(
                                                "POST",
                                                "/api/v1/items/imports?region=" + DISTRICT,
                                                csv,
                                                "text/csv"),
                                        editor()),
                                422);
                    }
                });
    }
}
