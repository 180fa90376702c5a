package org.oneseal.catalog.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.PlatformTest;

/** Writes need a key and the version they were made for; what is sent again is answered again. */
@PlatformTest
class RepeatedAndStaleTest extends Abuse {

    @Test
    void aStaleOrMissingVersionWritesNothing() {
        unwritten(
                () -> {
                    for (Write write : WRITES) {
                        boolean versioned =
                                write.path().contains("/" + CODE + "/")
                                        || write.path().contains("/" + BUNCH + "/");
                        if (!versioned) continue;
                        isProblem(send(write, editor(), "If-Match", "\"99\""), 409);
                        isProblem(send(write, editor(), "If-Match", "rubbish"), 400);
                        isProblem(
                                http.send(
                                        write.method(),
                                        write.path(),
                                        editor(),
                                        write.body(),
                                        "Content-Type",
                                        write.contentType(),
                                        "Idempotency-Key",
                                        UUID.randomUUID().toString()),
                                428);
                    }
                });
    }

    @Test
    void aRepeatedKeyAnswersTheSameAndAnotherBodyUnderItIsRefused() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body =
                Map.of(
                        "code", "431103-KEY",
                        "name", "键值局",
                        "uscc", "11370800MB28559184",
                        "region", DISTRICT);
        Http.Answer first =
                http.post("/api/v1/departments", operator(), body, "Idempotency-Key", key);
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        unwritten(
                () -> {
                    Http.Answer again =
                            http.post(
                                    "/api/v1/departments",
                                    operator(),
                                    body,
                                    "Idempotency-Key",
                                    key);
                    assertThat(again.status()).isEqualTo(201);
                    assertThat(again.json()).isEqualTo(first.json());
                    Map<String, Object> other = new LinkedHashMap<>(body);
                    other.put("name", "另一局");
                    isProblem(
                            http.post(
                                    "/api/v1/departments",
                                    operator(),
                                    other,
                                    "Idempotency-Key",
                                    key),
                            422);
                    for (Write write : WRITES) {
                        if (!write.method().equals("POST")) continue;
                        isProblem(
                                http.send(
                                        "POST",
                                        write.path(),
                                        operator(),
                                        write.body(),
                                        "Content-Type",
                                        write.contentType(),
                                        "If-Match",
                                        "\"1\""),
                                400);
                    }
                });
    }
}
