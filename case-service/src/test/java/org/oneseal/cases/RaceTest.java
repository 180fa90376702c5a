package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.oneseal.platform.testkit.PlatformTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;

/** Many reach for one case at the same moment: one wins, the others are told. */
@PlatformTest
class RaceTest extends Office {

    RaceTest() {
        super("reach-firm", "永州市抢先有限公司", "91431103MA4TEB2H9B");
    }

    @Test
    void ofThirtyTwoOfficersWhoReachForACaseOneGetsIt() throws Exception {
        Answer accepted = accepted();
        List<Callable<Answer>> reaches = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            String officer = district.staff(Role.CASE_OFFICER, "reaching-" + i);
            reaches.add(() -> act(accepted, "assignment", officer, Map.of("action", "CLAIM")));
        }
        List<Integer> statuses = new ArrayList<>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : clients.invokeAll(reaches)) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        Answer now = http.get(url(accepted), he);
        assertThat(now.json().path("version").asInt())
                .isEqualTo(accepted.json().path("version").asInt() + 1);
    }

    @Test
    void ofThirtyTwoWhoDecideAtOnceOneWins() throws Exception {
        String url = url(district.submit(applicant));
        String clerk = district.clerk();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> attempts = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                attempts.add(
                        () -> http.post(url + "/acceptance", clerk, null, "If-Match", "\"1\""));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Answer> answer : clients.invokeAll(attempts)) {
                statuses.add(answer.get().status());
            }
            assertThat(statuses).containsOnly(200, 409).containsOnlyOnce(200);
        }
        assertThat(http.get(url, applicant).json().path("version").asLong()).isEqualTo(2);
    }
}
