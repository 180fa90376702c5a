package org.oneseal.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.calendars.ChangedDays;
import org.oneseal.cases.calendars.Recount;
import org.oneseal.cases.calendars.Recounts;
import org.oneseal.cases.handling.Cases;
import org.oneseal.cases.handling.HandleCase;
import org.oneseal.cases.handling.Handler;
import org.oneseal.cases.handling.Request;
import org.oneseal.cases.intake.Accept;
import org.oneseal.cases.items.ItemVersions;
import org.oneseal.cases.limits.RebaseCase;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.testkit.Http.Answer;
import org.oneseal.platform.testkit.Patience;
import org.oneseal.platform.testkit.PlatformTest;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.platform.worktime.WorkCalendars;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a calendar that is published late does to open cases. */
@PlatformTest
class DecreeTest extends InDistrict {

    @Autowired JdbcClient jdbc;
    @Autowired WorkCalendars calendars;
    @Autowired Cases cases;
    @Autowired ItemVersions items;
    @Autowired Recounts recounts;
    @Autowired RebaseCase rebaseCase;
    @Autowired TransactionTemplate transactions;
    @Autowired PlatformTransactionManager manager;

    private Decrees decrees;

    DecreeTest() {
        super("decree-firm", "永州市节假日有限公司", "91431103MA4TEATD5U");
    }

    @BeforeEach
    void itsCalendarIsKnown() {
        decrees = new Decrees(topics, jdbc, clock);
        decrees.noneIsUnderWay();
    }

    @Test
    void aDecreeMovesOpenCasesByItselfAndTellsOldAndNew() {
        Answer submitted = district.submit(applicant);
        Answer accepted = act(submitted, "acceptance", district.clerk(), null);
        String url = "/api/v1/cases/" + submitted.json().path("id").asString();
        assertThat(accepted.json().path("promisedDue").asString())
                .isEqualTo("2026-12-02T09:00:00Z");

        decrees.issue("made-up decree", "2026-11-27");
        decrees.theOtherPiecesAreWaitedFor();
        decrees.recountsAreOver();

        assertThat(http.get(url, applicant).json().path("promisedDue").asString())
                .isEqualTo("2026-12-03T09:00:00Z");
        assertThat(http.get(url + "/timeline", applicant).text()).contains("made-up decree");

        decrees.takeBack();
        assertThat(http.get(url, applicant).json().path("promisedDue").asString())
                .isEqualTo("2026-12-02T09:00:00Z");
    }

    /** A replica may remember the calendar before for a moment, and count by it. */
    @Test
    void aCaseAcceptedByAnOldMemoryIsFoundByTheRecount() {
        Answer submitted = district.submit(applicant);
        String id = submitted.json().path("id").asString();
        RegionCode region = new RegionCode(District.REGION);
        WorkCalendar before = calendars.of(region);
        decrees.issue("another made-up decree", "2026-11-27");
        decrees.theOtherPiecesAreWaitedFor();
        await().atMost(Patience.SOON)
                .until(() -> decrees.recounts("settles_at IS NOT NULL") == Recounts.RANGES);

        // Its answer date has moved, which is told.
        long version = http.get("/api/v1/cases/" + id, applicant).json().path("version").asLong();
        HandleCase remembering =
                new HandleCase(cases, items, _ -> Optional.of(before), new Ids(clock));
        Handler clerk = new Handler("clerk", Set.of("window-clerk"), null);
        transactions.executeWithoutResult(
                _ ->
                        remembering.handle(
                                new Request(
                                        id,
                                        version,
                                        new Scope.Everywhere(),
                                        clerk,
                                        Actor.system("another replica")),
                                new Accept(),
                                clock.instant()));
        String url = "/api/v1/cases/" + id;
        assertThat(http.get(url, applicant).json().path("promisedDue").asString())
                .isEqualTo("2026-12-02T09:00:00Z");

        decrees.recountsAreOver();
        assertThat(http.get(url, applicant).json().path("promisedDue").asString())
                .isEqualTo("2026-12-03T09:00:00Z");
        assertThat(http.get(url + "/timeline", applicant).text()).contains("another made-up");

        decrees.takeBack();
    }

    @Test
    void aDecreeInTwoPiecesIsToldOnce() {
        String id = acceptedCase();
        decrees.issue("decree in two pieces", "2026-11-27");
        await().atMost(Patience.SOON).until(() -> decrees.recounts("true") == Recounts.RANGES);
        await().during(Duration.ofMillis(1_200)).until(() -> told(id).isEmpty());
        decrees.issue("decree in two pieces", "2026-11-27", "2026-11-30");
        await().atMost(Patience.SOON).until(() -> decrees.recounts("true") == 2 * Recounts.RANGES);

        decrees.recountsAreOver();

        assertThat(told(id)).containsExactly("2026-12-04T09:00:00Z");
        decrees.takeBack();
    }

    /**
     * What was committed stays, what was not is done again; a second replica takes what is free.
     */
    @Test
    void stoppedInTheMiddleItGoesOnAndTellsNobodyTwice() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 6; i++) ids.add(acceptedCase());
        decrees.issue("interrupted decree", "2026-11-27");
        await().atMost(Patience.SOON).until(() -> decrees.recounts("true") == Recounts.RANGES);
        ids.add(acceptedCase());
        eachOpenCaseIsInOneRange();
        Instant later = clock.instant().plusSeconds(6);

        transactions.executeWithoutResult(_ -> countOne(later));
        transactions.executeWithoutResult(
                killed -> {
                    Recount mine = countOne(later);
                    anew().executeWithoutResult(
                                    _ -> {
                                        Recount other = countOne(later);
                                        assertThat(other.id()).isNotEqualTo(mine.id());
                                    });
                    killed.setRollbackOnly();
                });
        decrees.recountsAreOver();

        for (String id : ids) {
            assertThat(told(id)).as(id).containsExactly("2026-12-03T09:00:00Z");
        }
        decrees.takeBack();
    }

    @Test
    void onlyWhatADayWasChangedForIsLookedAt() {
        String id = acceptedCase();
        var inBetween = LocalDate.of(2026, 11, 27);
        var lastDue = LocalDate.of(2026, 12, 24);

        assertThat(concerned(inBetween, inBetween)).contains(id);
        assertThat(concerned(null, null)).contains(id);
        assertThat(concerned(inBetween, null)).contains(id);
        assertThat(legalDue(id)).isLessThan(lastDue.toString());
        assertThat(concerned(lastDue, null)).doesNotContain(id);
        assertThat(concerned(null, LocalDate.of(2026, 11, 20))).doesNotContain(id);
    }

    private List<String> concerned(@Nullable LocalDate from, @Nullable LocalDate until) {
        var all =
                new Recount(
                        0,
                        new RegionCode(District.REGION),
                        null,
                        new ChangedDays(from, until),
                        Recount.Stage.ALL,
                        "",
                        null);
        return recounts.concerned(all, 10_000);
    }

    /** Those that came in since it began too. */
    private void eachOpenCaseIsInOneRange() {
        assertThat(
                        jdbc.sql(
                                        """
                                        SELECT DISTINCT (SELECT count(*) FROM recount r
                                                          WHERE c.id > r.from_id
                                                            AND (r.until_id IS NULL
                                                                 OR c.id <= r.until_id))
                                          FROM cases c
                                         WHERE c.open AND c.origin = 'APPLICATION'
                                        """)
                                .query(Integer.class)
                                .list())
                .containsExactly(1);
        assertThat(decrees.recounts("from_id < until_id")).isGreaterThan(1);
    }

    private String legalDue(String id) {
        return http.get("/api/v1/cases/" + id, applicant).json().path("legalDue").asString();
    }

    private Recount countOne(Instant now) {
        Recount recount = recounts.take(now).orElseThrow();
        List<String> ids = recounts.concerned(recount, 1);
        rebaseCase.rebaseAll(ids, recount.decree(), now);
        if (!ids.isEmpty()) recounts.goOn(recount, ids.getLast());
        return recount;
    }

    private TransactionTemplate anew() {
        var anew = new TransactionTemplate(manager);
        anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        return anew;
    }

    private String acceptedCase() {
        return id(accepted());
    }

    /** The promised due dates that were told of the case by decrees, in order. */
    private List<@Nullable String> told(String id) {
        return jdbc.sql(
                        """
                        SELECT data #>> '{clock,promisedDue}' FROM history
                         WHERE aggregate_id = ? AND type = 'cases.rebased' ORDER BY sequence
                        """)
                .param(id)
                .query(String.class)
                .list();
    }
}
