package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.cases.Refusals.refused;
import static org.oneseal.cases.Refusals.written;

import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.web.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cursors, uploads and keys that are none are refused with a problem detail and write nothing. */
@PlatformTest
class WrongRequestTest extends InDistrict {

    @Autowired JdbcClient jdbc;

    private String url;

    WrongRequestTest() {
        super("abuse-firm", "永州市滥用有限公司", "91431103MA4TEAT25G");
    }

    @BeforeEach
    void aSubmittedCase() {
        url = url(district.submit(applicant));
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String operator = tokens.of(Role.PLATFORM_OPERATOR).region(District.REGION).mint();
        for (List<String> keys :
                List.of(
                        List.of("x"),
                        List.of("x", "y"),
                        List.of("2026-11-23T02:00Z", "y"),
                        List.of("+1000000000-12-31T23:59:59Z", "y"),
                        List.of("-999999999-01-01T00:00:00Z", "y"),
                        List.of("2026-11-23T02:00:00Z", "y", "z"))) {
            String cursor = "cursor=" + Page.encode(keys);
            for (String list :
                    List.of(
                            "/api/v1/cases?",
                            "/api/v1/cases?order=DUE&",
                            "/api/v1/cases?order=DUE&descending=true&",
                            "/api/v1/exchange/conflicts?",
                            "/api/v1/exchange/rejections?",
                            "/api/v1/exchange/waiting?",
                            "/api/v1/cases/events?")) {
                Answer answer = http.get(list + cursor, operator);
                refused(answer, 400);
                assertThat(answer.objections()).containsExactly("cursor-invalid");
            }
        }
        String one = "cursor=" + Page.encode(List.of("x"));
        refused(http.get("/api/v1/cases?order=NUMBER&" + one, operator), 400);
        refused(http.get("/api/v1/seals/cases?" + one, operator), 400);
    }

    @Test
    void anUploadThatIsNoneIsRefused() {
        String before = written(jdbc);
        String documents = url + "/documents";
        String part = "--b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nx\r\n--b--\r\n";
        for (String type : List.of("multipart/form-data", "multipart/form-data; boundary=")) {
            refused(http.post(documents, applicant, part, "Content-Type", type), 400);
        }
        for (String type : List.of("application/json", "text/plain", "multipart/mixed; boundary=b"))
            refused(http.post(documents, applicant, part, "Content-Type", type), 415);
        refused(http.post(documents, applicant, part, "Content-Type", "garbage"), 415);
        String good = "multipart/form-data; boundary=b";
        Answer missing = http.post(documents, applicant, part, "Content-Type", good);
        refused(missing, 400);
        assertThat(missing.objections()).containsExactly("part-missing");
        refused(http.post(documents, applicant, "no parts", "Content-Type", good), 400);
        refused(http.post(documents, applicant, "--b\r\nhalf", "Content-Type", good), 400);
        refused(http.post(documents, applicant, "", "Content-Type", good), 400);
        assertThat(written(jdbc)).isEqualTo(before);
    }

    @Test
    void aKeyIsGoodForOneRequest() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body =
                Map.of(
                        "itemCode",
                        District.ITEM,
                        "materials",
                        district.materials("m1", "m2", "m4"));
        Answer first = http.post("/api/v1/cases", applicant, body, "Idempotency-Key", key);
        Answer again = http.post("/api/v1/cases", applicant, body, "Idempotency-Key", key);
        Answer other =
                http.post(
                        "/api/v1/cases",
                        applicant,
                        Map.of("itemCode", District.ITEM, "materials", List.of()),
                        "Idempotency-Key",
                        key);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        refused(other, 422);
        refused(http.send("POST", "/api/v1/cases", applicant, body), 400);
    }
}
