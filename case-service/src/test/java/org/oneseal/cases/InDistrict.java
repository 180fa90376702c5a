package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;

/** Tests in the district, each with an applicant of its own. */
abstract class InDistrict {

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;

    District district;
    String applicant;

    private final String party;
    private final String name;
    private final String uscc;

    /** The applicant of these tests. */
    InDistrict(String party, String name, String uscc) {
        this.party = party;
        this.name = name;
        this.uscc = uscc;
    }

    @BeforeEach
    void aDistrict() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        district = new District(http, tokens, topics);
        district.publishCatalog();
        applicant = district.applicant(party, name, uscc);
    }

    @AfterEach
    void letTheClockRun() {
        clock.release();
    }

    final Answer accepted() {
        return accepted(district.submit(applicant));
    }

    final Answer accepted(Answer submitted) {
        Answer accepted = act(submitted, "acceptance", district.clerk(), null);
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(200);
        return accepted;
    }

    /** An action on the case as it was answered last. */
    final Answer act(
            Answer before, String what, String token, @Nullable Object body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("If-Match", "\"" + before.json().path("version").asLong() + "\""));
        return http.post(url(before) + "/" + what, token, body, all.toArray(String[]::new));
    }

    static String id(Answer answer) {
        return answer.json().path("id").asString();
    }

    static String url(Answer answer) {
        return "/api/v1/cases/" + id(answer);
    }
}
