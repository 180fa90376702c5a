package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.cases.Refusals.refused;

import org.oneseal.platform.testkit.PlatformTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.testkit.Http.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who acts for whom, and what is known of a person and shown to nobody. */
@PlatformTest
class PartyStory extends InDistrict {

    @Autowired JdbcClient jdbc;

    private String url;

    PartyStory() {
        super("abuse-firm", "永州市滥用有限公司", "91431103MA4TEAT25G");
    }

    @BeforeEach
    void aSubmittedCase() {
        url = url(district.submit(applicant));
    }

    @Test
    void whoHasAMandateActsForAnotherAsFarAsItReaches() {
        String agent = district.applicant("agent-firm", "永州市代办有限公司", "91431103MA4TEAT33B");
        String principal = "431103-abuse-firm";
        refused(http.get(url, agent), 404);
        refused(http.get(url, agent, "On-Behalf-Of", principal), 403);

        Map<String, Object> onlyOther =
                Map.of(
                        "principal",
                        principal,
                        "agent",
                        "431103-agent-firm",
                        "items",
                        List.of("05"),
                        "validFrom",
                        LocalDate.of(2026, 11, 1).toString());
        assertThat(http.post("/api/v1/mandates", applicant, onlyOther).status()).isEqualTo(201);
        refused(http.get(url, agent, "On-Behalf-Of", principal), 404);

        Map<String, Object> licences =
                Map.of(
                        "principal", principal,
                        "agent", "431103-agent-firm",
                        "items", List.of("01"),
                        "validFrom", LocalDate.of(2026, 11, 1).toString(),
                        "validTo", LocalDate.of(2026, 11, 30).toString());
        refused(http.post("/api/v1/mandates", agent, licences), 404);
        Answer given = http.post("/api/v1/mandates", applicant, licences);
        assertThat(http.get(url, agent, "On-Behalf-Of", principal).status()).isEqualTo(200);
        Answer submitted =
                http.post(
                        "/api/v1/cases",
                        agent,
                        Map.of(
                                "itemCode",
                                District.ITEM,
                                "materials",
                                district.materials("m1", "m2", "m4")),
                        "On-Behalf-Of",
                        principal);
        assertThat(submitted.json().path("party").asString()).isEqualTo(principal);

        String mandate = given.json().path("id").asString();
        assertThat(
                        http.post("/api/v1/mandates/" + mandate + "/revocation", applicant, null)
                                .status())
                .isEqualTo(200);
        refused(http.get(url, agent, "On-Behalf-Of", principal), 404);
    }

    @Test
    void aCitizenNumberIsMaskedEncryptedFoundAgainAndReadOnlyForAPurpose() {
        String number = "11010519491231002X";
        Map<String, Object> person =
                Map.of(
                        "name",
                        "张三丰",
                        "region",
                        District.REGION,
                        "citizenNumber",
                        number,
                        "phone",
                        "13800001234");
        Answer registered = http.post("/api/v1/parties", district.clerk(), person);
        Answer again = http.post("/api/v1/parties", district.clerk(), person);

        assertThat(registered.status()).isIn(200, 201);
        assertThat(again.status()).isEqualTo(200);
        String id = registered.json().path("id").asString();
        assertThat(again.json().path("id").asString()).isEqualTo(id);
        assertThat(registered.text())
                .doesNotContain(number)
                .doesNotContain("13800001234")
                .doesNotContain("张三丰");
        assertThat(registered.text()).contains("1101**********002X").contains("张**");
        assertThat(jdbc.sql("SELECT party::text FROM party").query(String.class).list().toString())
                .doesNotContain(number)
                .doesNotContain("13800001234");

        refused(
                http.post(
                        "/api/v1/parties/" + id + "/disclosure",
                        district.officer(),
                        Map.of("caseId", url.substring(14), "purpose", "核对身份")),
                404);
        String firm = "431103-abuse-firm";
        Answer read =
                http.post(
                        "/api/v1/parties/" + firm + "/disclosure",
                        district.officer(),
                        Map.of("caseId", url.substring(14), "purpose", "核对身份"));
        assertThat(read.status()).as(read.text()).isEqualTo(200);
        assertThat(
                        jdbc.sql("SELECT purpose FROM disclosure WHERE party = ?")
                                .param(firm)
                                .query(String.class)
                                .list())
                .contains("核对身份");
    }
}
