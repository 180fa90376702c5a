package org.oneseal.credit.publicity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.oneseal.credit.events.CreditEvent;
import org.oneseal.credit.events.RecordOpened;
import org.oneseal.credit.events.RecordPublished;
import org.oneseal.credit.events.RecordRescheduled;
import org.oneseal.credit.events.RecordWithheld;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;
import org.oneseal.platform.worktime.WorkCalendar;

/** What a record does in each state, and how its last day comes about. */
class PublicityRecordTest {

    private static final RegionCode DISTRICT = new RegionCode("431103000000");
    private static final LocalDate DECIDED = LocalDate.of(2026, 9, 28);
    private static final Instant NOW = Instant.parse("2026-09-28T03:00:00Z");

    /** 2026: National Day 1 to 7 October, worked on Saturday the 10th. */
    private static final WorkCalendar CALENDAR = calendar(1, LocalDate.of(2026, 10, 10));

    private static WorkCalendar calendar(int version, LocalDate makeUp) {
        return WorkCalendar.of(
                RegionCode.NATION,
                List.of(
                        CalendarYear.decreed(
                                2026,
                                version,
                                Map.of(
                                        LocalDate.of(2026, 10, 1), "国庆节",
                                        LocalDate.of(2026, 10, 2), "国庆节",
                                        LocalDate.of(2026, 10, 5), "国庆节",
                                        LocalDate.of(2026, 10, 6), "国庆节",
                                        LocalDate.of(2026, 10, 7), "国庆节"),
                                Map.of(makeUp, "国庆节"),
                                OfficeHours.USUAL,
                                "made up")));
    }

    private static PublicityRule rule(
            PublicityRule.NaturalPersons natural, PublicityRule.Release release) {
        return new PublicityRule("r1", 7, 5, natural, release, "普通", "test");
    }

    private static final PublicityRule USUAL =
            rule(PublicityRule.NaturalPersons.DEIDENTIFIED, PublicityRule.Release.AT_ONCE);

    private static Licence licence(SubjectKind kind) {
        return new Licence(
                "case-1",
                "number-1",
                "item-1",
                kind == SubjectKind.LEGAL
                        ? new Subject(kind, "永州市示例餐饮有限公司", "91431103MA4TEST01X")
                        : new Subject(kind, "张**", null),
                OpenRecord.DOCUMENT,
                "decision-1",
                "普通",
                null,
                null,
                "食品经营许可",
                DECIDED,
                DECIDED,
                null,
                new Authority("冷水滩区市场监督管理局", null),
                null,
                null);
    }

    private static PublicityRecord.Outcome.Changed open(
            SubjectKind kind, boolean itemIsPublic, PublicityRule rule) {
        return PublicityRecord.open(
                "431103-x",
                DISTRICT,
                "431103-SJ",
                licence(kind),
                itemIsPublic,
                rule,
                PublicityTerm.due(DECIDED, rule, CALENDAR),
                NOW);
    }

    private static PublicityRecord pending() {
        return open(SubjectKind.LEGAL, true, USUAL).record();
    }

    private static PublicityRecord published() {
        return changed(pending().publish("officer", NOW)).record();
    }

    private static PublicityRecord withheld() {
        return changed(pending().withhold("secret", "ground", "officer", NOW)).record();
    }

    private static PublicityRecord.Outcome.Changed changed(PublicityRecord.Outcome outcome) {
        assertThat(outcome).isInstanceOf(PublicityRecord.Outcome.Changed.class);
        return (PublicityRecord.Outcome.Changed) outcome;
    }

    private static List<Class<?>> told(PublicityRecord.Outcome outcome) {
        return switch (outcome) {
            case PublicityRecord.Outcome.Changed c ->
                    c.events().stream().<Class<?>>map(CreditEvent::getClass).toList();
            case PublicityRecord.Outcome.Objected _ ->
                    List.of(PublicityRecord.Outcome.Objected.class);
        };
    }

    @Test
    void sevenWorkingDaysRunOverNationalDayAndTheMakeUpSaturday() {
        // 29, 30 September, then 8, 9, 10 (Saturday, made up), 12, 13 October
        assertThat(PublicityTerm.due(DECIDED, USUAL, CALENDAR).lastDay())
                .isEqualTo(LocalDate.of(2026, 10, 13));
        assertThat(PublicityTerm.due(DECIDED, USUAL, CALENDAR).warnFrom())
                .isEqualTo(LocalDate.of(2026, 10, 10));
    }

    @Test
    void theExplanationCountsToTheSameDay() {
        List<PublicityTerm.CountedDay> days = PublicityTerm.explain(DECIDED, USUAL, CALENDAR);
        assertThat(days.getFirst().day()).isEqualTo(DECIDED);
        assertThat(days.getLast().day()).isEqualTo(LocalDate.of(2026, 10, 13));
        assertThat(days.getLast().number()).isEqualTo(7);
        assertThat(days.stream().filter(d -> d.reason().equals("working-day"))).hasSize(7);
    }

    @Test
    void theLastDayIsWhereTheKernelSaysForAnyDecisionDay() {
        long seed = 20261122;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 1_000; i++) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(365));
            int term = random.nextInt(1, 30);
            PublicityRule rule =
                    new PublicityRule(
                            "r",
                            term,
                            1,
                            PublicityRule.NaturalPersons.WITHHELD,
                            PublicityRule.Release.AT_ONCE,
                            "普通",
                            "test");
            PublicityDue due = PublicityTerm.due(day, rule, CALENDAR);
            assertThat(due.lastDay())
                    .as("seed %d, %s + %d", seed, day, term)
                    .isEqualTo(CALENDAR.plusWorkdays(day, term));
            assertThat(due.provisional()).isEqualTo(due.lastDay().getYear() > 2026);
        }
    }

    @Test
    void whoIsPublicDependsOnItemAndRule() {
        PublicityRule strict =
                rule(PublicityRule.NaturalPersons.WITHHELD, PublicityRule.Release.AT_ONCE);

        assertOpened(open(SubjectKind.LEGAL, true, USUAL), "PENDING", null, false);
        assertOpened(open(SubjectKind.NATURAL, true, USUAL), "PENDING", null, true);
        assertOpened(open(SubjectKind.LEGAL, true, strict), "PENDING", null, false);
        assertOpened(open(SubjectKind.NATURAL, true, strict), "WITHHELD", "natural-person", true);
        assertOpened(open(SubjectKind.LEGAL, false, USUAL), "WITHHELD", "item-not-public", false);
        assertOpened(open(SubjectKind.NATURAL, false, USUAL), "WITHHELD", "item-not-public", true);
    }

    private static void assertOpened(
            PublicityRecord.Outcome.Changed opened,
            String state,
            @Nullable String reason,
            boolean deidentified) {
        assertThat(opened.record().state().label()).isEqualTo(state);
        assertThat(opened.events()).hasSize(1);
        RecordOpened event = (RecordOpened) opened.events().getFirst();
        assertThat(event.state()).isEqualTo(state);
        assertThat(event.withheldFor()).isEqualTo(reason);
        assertThat(event.deidentified()).isEqualTo(deidentified);
    }

    @Test
    void everyActInEveryState() {
        assertThat(told(pending().publish("o", NOW))).containsExactly(RecordPublished.class);
        assertThat(told(published().publish("o", NOW))).isEmpty();
        assertThat(told(withheld().publish("o", NOW)))
                .containsExactly(PublicityRecord.Outcome.Objected.class);
        assertThat(told(pending().withhold("r", "g", "o", NOW)))
                .containsExactly(RecordWithheld.class);
        assertThat(told(published().withhold("r", "g", "o", NOW)))
                .containsExactly(RecordWithheld.class);
        assertThat(told(withheld().withhold("r", "g", "o", NOW)))
                .containsExactly(PublicityRecord.Outcome.Objected.class);
    }

    @Test
    void whatWasPublishedIsRememberedWhenItIsWithheld() {
        PublicityRecord closed = changed(published().withhold("r", "g", "o", NOW)).record();
        assertThat(closed.state()).isEqualTo(new PublicityState.Withheld(NOW, "o", "r", "g", NOW));
    }

    @Test
    void inTimeUntilTheEndOfTheLastDay() {
        Instant lastMoment = Instant.parse("2026-10-13T15:59:59Z");
        assertThat(changed(pending().publish("o", lastMoment)).record().inTime()).isTrue();
        assertThat(changed(pending().publish("o", lastMoment.plusSeconds(1))).record().inTime())
                .isFalse();
    }

    @Test
    void warnsInBlueAndThenInYellow() {
        assertThat(pending().warning(Instant.parse("2026-10-09T15:59:59Z")))
                .isEqualTo(PublicityRecord.Warning.NONE);
        assertThat(pending().warning(Instant.parse("2026-10-09T16:00:00Z")))
                .isEqualTo(PublicityRecord.Warning.BLUE);
        assertThat(pending().warning(Instant.parse("2026-10-13T16:00:00Z")))
                .isEqualTo(PublicityRecord.Warning.YELLOW);
        assertThat(published().warning(Instant.parse("2026-10-13T16:00:00Z")))
                .isEqualTo(PublicityRecord.Warning.NONE);
    }

    @Test
    void aDecreeMovesWhatWaitsAndNothingElse() {
        WorkCalendar moved = calendar(2, LocalDate.of(2026, 10, 11));
        WorkCalendar shorter =
                WorkCalendar.of(
                        RegionCode.NATION,
                        List.of(
                                CalendarYear.decreed(
                                        2026, 3, Map.of(), Map.of(), OfficeHours.USUAL, null)));
        PublicityDue same = PublicityTerm.due(DECIDED, USUAL, moved);
        PublicityDue earlier = PublicityTerm.due(DECIDED, USUAL, shorter);

        // another calendar version with the same last day: followed silently
        assertThat(pending().reschedule(same, "d").map(c -> told(c))).contains(List.of());
        Optional<PublicityRecord.Outcome.Changed> told = pending().reschedule(earlier, "decree");
        assertThat(told).isPresent();
        RecordRescheduled event = (RecordRescheduled) told.orElseThrow().events().getFirst();
        assertThat(event.dueBefore()).isEqualTo(LocalDate.of(2026, 10, 13));
        assertThat(event.record().due()).isEqualTo(LocalDate.of(2026, 10, 7));
        assertThat(event.decree()).isEqualTo("decree");
        assertThat(published().reschedule(earlier, "decree")).isEmpty();
        assertThat(withheld().reschedule(earlier, "decree")).isEmpty();
    }

    @Test
    void theRateIsExactAndNullWhenNothingWasDue() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThat(new SevenDayRate(day, day, 0, 0, 0).percent()).isNull();
        assertThat(new SevenDayRate(day, day, 2, 3, 1).percent()).isEqualByComparingTo("66.66");
        assertThat(new SevenDayRate(day, day, 3, 3, 0).percent()).isEqualByComparingTo("100");
    }

    private static LicenceCorrection correction(String kind, LocalDate validTo) {
        return new LicenceCorrection(null, kind, null, null, null, null, validTo, null, "李**");
    }

    @Test
    void aCorrectionKeepsStateAndClockAndNamesItsFields() {
        PublicityRecord before = published();
        var changed = changed(before.correct(correction("登记", DECIDED.plusYears(5)), "typo"));
        assertThat(changed.record().state()).isEqualTo(before.state());
        assertThat(changed.record().due()).isEqualTo(before.due());
        assertThat(changed.record().licence().kind()).isEqualTo("登记");
        assertThat(changed.record().licence().content()).isEqualTo(before.licence().content());
        var event = (org.oneseal.credit.events.RecordCorrected) changed.events().getFirst();
        assertThat(event.fields()).containsExactly("XK_XKLB", "XK_YXQZI", "XK_FRDB");
        assertThat(event.wasPublished()).isTrue();
    }

    @Test
    void aCorrectionAgainstTheStandardIsRefusedWithEveryReason() {
        var refused =
                (PublicityRecord.Outcome.Objected)
                        withheld().correct(correction("随便", DECIDED.minusDays(1)), "typo");
        assertThat(refused.objections())
                .extracting(o -> o.code())
                .containsExactlyInAnyOrder(
                        "record-already-withheld",
                        "field-against-standard",
                        "field-against-standard");
    }

    @Test
    void theChecksOfTheStandardFindWhatIsWrongAndStopNothing() {
        assertThat(LicenceChecks.of(licence(SubjectKind.LEGAL)))
                .containsExactly(
                        new LicenceChecks.Finding("XK_XDR_SHXYM", "CHECK_CHARACTER"),
                        new LicenceChecks.Finding("XK_XKJGDM", "MISSING"));
        assertThat(LicenceChecks.of(licence(SubjectKind.NATURAL)))
                .containsExactly(new LicenceChecks.Finding("XK_XKJGDM", "MISSING"));
    }
}
