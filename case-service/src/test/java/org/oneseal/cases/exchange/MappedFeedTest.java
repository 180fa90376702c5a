package org.oneseal.cases.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.events.CaseAccepted;
import org.oneseal.cases.events.CaseSubmitted;
import org.oneseal.cases.events.CaseSuspended;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.Deadlines;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;

/** Feeds of cases whose item we know: the law's time runs on them. Now is Sunday, 2026-11-22. */
class MappedFeedTest {

    private static final String ITEM = "11431103YYYY00207T4000100064000";
    private static final String WEDNESDAY = "2026-11-18T02:00:00Z";
    private static final String FRIDAY = "2026-11-20T02:00:00Z";

    private final Feeding feeding = feeding();

    @Test
    void theLawsTimeRunsFromTheRealReceipt() {
        feeding.take(received(WEDNESDAY, null));

        assertThat(Case.dayOf(legalDue())).isEqualTo(LocalDate.of(2026, 12, 16));
        assertThat(deadlines().answerDue()).isNull();
        CaseAccepted accepted = event(CaseAccepted.class);
        assertThat(accepted.limits().legal()).isNotNull();
        assertThat(accepted.about().itemVersion()).isEqualTo(1);
        assertThat(accepted.calendar()).isNull();
    }

    @Test
    void whatIsToldMoreThanAWorkingDayLaterIsAFinding() {
        feeding.take(received(WEDNESDAY, null));
        assertThat(event(CaseSubmitted.class).findings()).containsExactly("LATE_REPORT");

        feeding.told.clear();
        feeding.take(Feeding.message("c-2", 1, "received", FRIDAY, data(null)));
        assertThat(event(CaseSubmitted.class).findings()).isEmpty();
    }

    @Test
    void theEarlierDueDateGovernsAndALaterOneIsAFinding() {
        feeding.take(received(FRIDAY, "2027-03-01T00:00:00Z"));
        assertThat(event(CaseAccepted.class).findings()).containsExactly("DECLARED_LATER");
        assertThat(Case.dayOf(legalDue())).isEqualTo(LocalDate.of(2026, 12, 18));

        Feeding other = feeding();
        other.take(received(FRIDAY, "2026-12-01T00:00:00Z"));
        assertThat(other.cases.values().iterator().next().deadlines().legalDue())
                .isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    }

    @Test
    void acceptanceThatIsReportedStartsTheClock() {
        Source s = feeding.source;
        feeding.source =
                new Source(
                        s.code(),
                        s.nameZh(),
                        s.nameEn(),
                        s.region(),
                        s.departments(),
                        s.items(),
                        false,
                        true,
                        s.quotaPerMinute(),
                        s.patienceMinutes(),
                        s.clientId());
        feeding.take(received(WEDNESDAY, null));
        assertThat(deadlines().legalDue()).isNull();

        feeding.take(Feeding.message("c-1", 2, "accepted", FRIDAY, Map.of()));
        assertThat(Case.dayOf(legalDue())).isEqualTo(LocalDate.of(2026, 12, 18));
    }

    @Test
    void aSuspensionTheItemDoesNotListIsAFinding() {
        feeding.take(
                received(FRIDAY, null),
                Feeding.message(
                        "c-1",
                        2,
                        "suspended",
                        FRIDAY,
                        Map.of("procedureId", "p", "kind", "TENDER", "announcedDays", 3)));
        assertThat(event(CaseSuspended.class).findings()).containsExactly("SUSPENSION_NOT_LISTED");
    }

    @Test
    void anItemThatIsNotKnownYetIsRefusedAndTakenLater() {
        feeding.items.clear();
        assertThat(codes(received(FRIDAY, null))).containsExactly("feed-item-unknown");

        feeding.items.add(item());
        assertThat(feeding.take(received(FRIDAY, null)).getFirst())
                .isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    void aPastYearWithoutACalendarIsRefused() {
        assertThat(codes(received("2011-05-04T02:00:00Z", null)))
                .containsExactly("feed-calendar-unknown");
        assertThat(feeding.cases).isEmpty();
        assertThat(feeding.told).isEmpty();
    }

    // -------------------------------------------------------------------------------------- words

    private static Feeding feeding() {
        WorkCalendar calendar =
                WorkCalendar.of(
                        RegionCode.NATION,
                        List.of(
                                CalendarYear.decreed(
                                        2026, 1, Map.of(), Map.of(), OfficeHours.USUAL, null)));
        Feeding feeding = new Feeding(Feeding.of(calendar));
        Source s = feeding.source;
        feeding.source =
                new Source(
                        s.code(),
                        s.nameZh(),
                        s.nameEn(),
                        s.region(),
                        s.departments(),
                        List.of(ITEM),
                        false,
                        false,
                        s.quotaPerMinute(),
                        s.patienceMinutes(),
                        s.clientId());
        feeding.items.add(item());
        return feeding;
    }

    private static ItemVersion item() {
        return new ItemVersion(
                ITEM,
                1,
                "431103000000",
                "431103-HJ",
                "生态环境分局",
                null,
                "环境影响报告表审批",
                "01",
                ItemVersion.CaseKind.PROMISED,
                List.of("LEGAL"),
                TimeLimit.workingDays(20),
                null,
                "环境影响评价法",
                List.of(),
                List.of(),
                List.of(
                        new ItemVersion.SpecialProcedure(
                                "EXPERT_REVIEW", "专家评审", 30, "行政许可法 art. 45")),
                null,
                null,
                null,
                List.of(),
                true,
                ItemVersion.Status.IN_FORCE,
                LocalDate.of(2010, 1, 1),
                null,
                null,
                null);
    }

    private static Envelope received(String at, @org.jspecify.annotations.Nullable String due) {
        return Feeding.message("c-1", 1, "received", at, data(due));
    }

    private static Map<String, Object> data(@org.jspecify.annotations.Nullable String due) {
        Map<String, Object> data = new HashMap<>(Map.of("department", "General", "itemCode", ITEM));
        if (due != null) data.put("declaredDue", due);
        return data;
    }

    private Deadlines deadlines() {
        return feeding.cases.values().iterator().next().deadlines();
    }

    private Instant legalDue() {
        Instant due = deadlines().legalDue();
        assertThat(due).isNotNull();
        return java.util.Objects.requireNonNull(due);
    }

    private <E> E event(Class<E> type) {
        return feeding.told.stream()
                .map(org.oneseal.cases.handling.Outcome.Told::event)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<String> codes(Envelope envelope) {
        return switch (feeding.take(envelope).getFirst()) {
            case Verdict.Rejected(var objections) ->
                    objections.stream().map(Objection::code).toList();
            case Verdict other -> List.of(other.toString());
        };
    }
}
