package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.testkit.Http;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.MovableClock;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.testkit.Tokens;
import org.oneseal.platform.testkit.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Among many rows each work list goes through its own index and reads little more than it shows.
 */
@PlatformTest
class DeskIndexTest {

    private static final String DEPARTMENT = "431103-LB";
    private static final int ROWS = 20_000;

    @Autowired Http http;
    @Autowired Tokens tokens;
    @Autowired Topics topics;
    @Autowired MovableClock clock;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void letTheClockRun() {
        jdbc.sql("DELETE FROM cases WHERE department = ?").param(DEPARTMENT).update();
        clock.release();
    }

    @Test
    void mineThePoolAndWhatIsToBeDeliveredEachHaveTheirIndex() {
        clock.setTo(Instant.parse("2026-11-23T02:00:00Z"));
        var district = new District(http, tokens, topics);
        district.publishCatalog();
        String applicant = district.applicant("desk-firm", "永州市案头有限公司", "91431103MA4TEATF1H");
        fill(district.submit(applicant).json().path("id").asString());

        for (var list :
                Map.of(
                                "MINE", "cases_holder_due",
                                "POOL", "cases_pool_due",
                                "TO_DELIVER", "cases_deliver")
                        .entrySet()) {
            for (String due : new String[] {"ANY", "TODAY", "OVERDUE"}) {
                usesItsIndex(list.getKey(), due, list.getValue());
            }
        }
    }

    private void usesItsIndex(String list, String due, String index) {
        String before =
                "SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = '" + index + "'";
        String read =
                "SELECT idx_tup_read FROM pg_stat_user_indexes WHERE indexrelname = '"
                        + index
                        + "'";
        long scans = number(before);
        long tuples = number(read);
        Answer page =
                http.get(
                        "/api/v1/cases/work?limit=20&list=" + list + "&due=" + due,
                        tokens.of(Role.CASE_OFFICER)
                                .region(District.REGION)
                                .department(DEPARTMENT)
                                .subject("desk-officer-8")
                                .mint());
        assertThat(page.status()).as(page.text()).isEqualTo(200);
        // The database tells its counts a moment later.
        await().atMost(Patience.SOON).until(() -> number(before) > scans);
        assertThat(number(read) - tuples).as("%s %s", list, due).isLessThan(100);
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    /** Copies of one case on the desks of another department. */
    private void fill(String model) {
        String columns =
                jdbc.sql(
                                """
                                SELECT string_agg(column_name, ', ' ORDER BY ordinal_position)
                                  FROM information_schema.columns
                                 WHERE table_schema = current_schema() AND table_name = 'cases'
                                   AND column_name NOT IN
                                       ('id', 'case_number', 'query_number', 'department', 'holder',
                                        'open', 'due', 'deliver_due', 'answer_due')
                                """)
                        .query(String.class)
                        .single();
        jdbc.sql(
                        """
                        INSERT INTO cases (id, case_number, department, holder, open, due,
                                           deliver_due, %s)
                        SELECT '431103-desk' || number, 'desk-' || number, :department,
                               CASE WHEN number %% 2 = 0 THEN 'desk-officer-' || number %% 90 END,
                               number %% 5 > 0, due + (number - 9000) * interval '1 minute',
                               CASE WHEN number %% 5 = 0
                                    THEN due + (number - 9000) * interval '1 minute' END, %s
                          FROM cases, generate_series(1, :rows) AS number WHERE id = :model
                        """
                                .formatted(columns, columns))
                .param("department", DEPARTMENT)
                .param("rows", ROWS)
                .param("model", model)
                .update();
        jdbc.sql("ANALYZE cases").update();
    }
}
