package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;

/** In the hall of a town, many reach for the same at once: one gets it, nobody gets an error. */
@PlatformTest
class HallRaceStory {

    private static final String TOWN = "431103001000";
    private static final String QUEUE = "/api/v1/cases/queue";
    private static final String APPOINTMENTS = "/api/v1/appointments";
    private static final int AT_ONCE = 24;

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;

    private String applicant;
    private String other;

    @BeforeEach
    void aDistrictWithAnItem() {
        clock.setTo(Instant.parse("2026-11-25T02:00:00Z"));
        var district = new District(http, tokens, topics);
        district.publishCatalog();
        applicant = district.applicant("race-firm", "永州市争先有限公司", "91431103MA4TEB2A1B");
        other = district.applicant("race-firm-2", "永州市恐后有限公司", "91431103MA4TEB2C83");
    }

    @AfterEach
    void letTheClockRun() {
        clock.release();
    }

    @Test
    void onePreReviewIsOneTicketAndOneTicketIsCalledToOneWindow() throws Exception {
        String clerk = staff(Role.WINDOW_CLERK, "town-clerk");
        String second = staff(Role.WINDOW_CLERK, "town-clerk-2");
        String look = window("预审一", "PRE_REVIEW");
        String[] windows = {window("综合一", "ACCEPT"), window("综合二", "ACCEPT")};
        Answer begun =
                http.post(
                        QUEUE + "/pre-reviews",
                        clerk,
                        Map.of(
                                "window",
                                look,
                                "party",
                                "431103-race-firm",
                                "itemCode",
                                District.ITEM));
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        String review = QUEUE + "/pre-reviews/" + begun.json().path("id").asString();
        clock.advance(Duration.ofMinutes(5));
        assertThat(http.post(review + "/end", clerk, Map.of("passed", true)).status())
                .isEqualTo(200);

        assertThat(statuses(_ -> http.post(QUEUE + "/tickets", applicant, hall(null))))
                .containsOnlyOnce(201)
                .isSubsetOf(201, 409, 422);
        assertThat(
                        statuses(
                                i ->
                                        http.post(
                                                QUEUE + "/windows/" + windows[i % 2] + "/calls",
                                                i % 2 == 0 ? clerk : second,
                                                null)))
                .containsOnlyOnce(200)
                .containsOnly(200, 409);
    }

    @Test
    void theLastPlaceIsBookedByOne() throws Exception {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("firstSlot", "09:00");
        rule.put("lastSlot", "16:30");
        rule.put("slotMinutes", 30);
        rule.put("places", 1);
        rule.put("daysAhead", 7);
        rule.put("effectiveFrom", "2026-11-26");
        String chief = staff(Role.CHIEF_APPROVER, "town-chief");
        assertThat(http.post(APPOINTMENTS + "/rules", chief, rule).status()).isEqualTo(201);

        assertThat(
                        statuses(
                                i ->
                                        http.post(
                                                APPOINTMENTS,
                                                i % 2 == 0 ? applicant : other,
                                                hall("2026-11-26T01:00:00Z"))))
                .containsOnlyOnce(201)
                .containsOnly(201, 409);
        assertThat(
                        http.get(APPOINTMENTS, applicant).json().size()
                                + http.get(APPOINTMENTS, other).json().size())
                .isEqualTo(1);
    }

    private List<Integer> statuses(Function<Integer, Answer> call) throws Exception {
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            int n = i;
            calls.add(() -> call.apply(n));
        }
        List<Integer> statuses = new ArrayList<>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Answer> answer : clients.invokeAll(calls)) {
                statuses.add(answer.get().status());
            }
        }
        return statuses;
    }

    private String window(String name, String task) {
        Answer opened =
                http.post(
                        QUEUE + "/windows",
                        staff(Role.CHIEF_APPROVER, "town-chief"),
                        Map.of("name", name, "task", task));
        assertThat(opened.status()).as(opened.text()).isEqualTo(201);
        return opened.json().path("id").asString();
    }

    private String staff(Role role, String subject) {
        return tokens.of(role).region(TOWN).department(District.DEPARTMENT).subject(subject).mint();
    }

    private static Map<String, Object> hall(@Nullable String slot) {
        Map<String, Object> hall = new LinkedHashMap<>();
        hall.put("region", TOWN);
        hall.put("department", District.DEPARTMENT);
        hall.put("itemCode", District.ITEM);
        if (slot != null) hall.put("slot", slot);
        return hall;
    }
}
