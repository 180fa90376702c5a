package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.PlatformTest;

/** Many reach for one case at the same moment: one wins, the others are told. */
@PlatformTest
class RaceTest extends Office {

    private static final int CLIENTS = 32;

    RaceTest() {
        super("reach-firm", "永州市抢先有限公司", "91431103MA4TEB2H9B");
    }

    @Test
    void ofThirtyTwoOfficersWhoReachForACaseOneGetsIt() throws Exception {
        Answer accepted = accepted();
        oneWins(
                i -> {
                    String officer = district.staff(Role.CASE_OFFICER, "reaching-" + i);
                    return () -> act(accepted, "assignment", officer, Map.of("action", "CLAIM"));
                });
        assertThat(version(accepted)).isEqualTo(accepted.json().path("version").asLong() + 1);
    }

    @Test
    void ofThirtyTwoWhoAcceptAtOnceOneDoes() throws Exception {
        Answer submitted = district.submit(applicant);
        String clerk = district.clerk();
        oneWins(_ -> () -> act(submitted, "acceptance", clerk, null));
        assertThat(version(submitted)).isEqualTo(2);
    }

    @Test
    void ofThirtyTwoWhoCompleteAStepAtOnceOneDoes() throws Exception {
        Answer accepted = accepted();
        oneWins(
                i -> {
                    String officer = district.staff(Role.CASE_OFFICER, "reaching-" + i);
                    return () ->
                            act(
                                    accepted,
                                    "steps",
                                    officer,
                                    Map.of("step", "examine", "action", "COMPLETE"));
                });
        assertThat(names(id(accepted))).containsOnlyOnce("step-started", "step-completed");
    }

    /** Half would grant, half refuse: whatever is decided is decided once, by one certificate. */
    @Test
    void ofThirtyTwoWhoDecideAtOnceOneDoes() throws Exception {
        Answer examined = examined();
        Map<String, Object> refusal =
                Map.of("granted", false, "ground", "不符合法定条件", "reason", "选址不符合规划");
        oneWins(
                i -> {
                    String chief = district.staff(Role.CHIEF_APPROVER, "deciding-" + i);
                    Map<String, Object> decision = i % 2 == 0 ? Map.of("granted", true) : refusal;
                    return () -> act(examined, "decision", chief, decision);
                });
        List<String> told = names(id(examined));
        assertThat(told).containsOnlyOnce("decided", "finished");
        boolean granted =
                http.get(url(examined), he).json().path("decision").path("granted").asBoolean();
        assertThat(told.stream().filter("certificate-issued"::equals).count())
                .isEqualTo(granted ? 1 : 0);
    }

    private void oneWins(IntFunction<Callable<Answer>> client) throws Exception {
        List<Callable<Answer>> attempts = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) attempts.add(client.apply(i));
        List<Integer> statuses = new ArrayList<>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : clients.invokeAll(attempts)) {
                statuses.add(answer.get().status());
            }
        }
        assertThat(statuses).hasSize(CLIENTS).containsOnly(200, 409).containsOnlyOnce(200);
    }

    private long version(Answer before) {
        return http.get(url(before), he).json().path("version").asLong();
    }
}
