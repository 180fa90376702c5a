package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.LimitUnit;
import org.oneseal.platform.worktime.OfficeHours;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.warning.CardTerms;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.warning.Conditions;
import org.oneseal.supervision.warning.Issuing;
import org.oneseal.supervision.warning.Measure;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.ItemNorm;
import org.oneseal.supervision.watching.LineSystem;
import org.oneseal.supervision.watching.Norms;
import org.oneseal.supervision.watching.Told;
import org.oneseal.supervision.watching.WatchKind;

/** A case told fact by fact, each with the moment it happened and the moment it was learned. */
final class CaseFixture {

    static final RegionCode COUNTY = new RegionCode("431103000000");
    static final WorkCalendar CALENDAR =
            WorkCalendar.of(
                    RegionCode.NATION, List.of(CalendarYear.provisional(2026, OfficeHours.USUAL)));

    /** From the third day of the year's March on. */
    private static final LineSystem LINE_SYSTEM =
            new LineSystem(
                    COUNTY,
                    Set.of("d"),
                    Set.of("item"),
                    Instant.parse("2026-03-04T00:00:00Z"),
                    null);

    private final CaseHead head;
    private final List<News> told = new ArrayList<>();
    private Instant recordedLater = Instant.EPOCH;

    private CaseFixture(boolean fed) {
        head =
                new CaseHead(
                        "431103-case",
                        "no-1",
                        fed ? null : "item",
                        fed ? null : 1,
                        "食品经营许可",
                        false,
                        fed,
                        fed ? "wabo" : null,
                        fed ? null : "party",
                        "ONLINE",
                        COUNTY,
                        "431103-SJ");
    }

    static CaseFixture application() {
        return new CaseFixture(false);
    }

    static CaseFixture fed() {
        return new CaseFixture(true);
    }

    /** All facts from now on are learned at that moment, if they happened before. */
    CaseFixture learnedAt(String moment) {
        recordedLater = at(moment);
        return this;
    }

    CaseFixture submitted(String moment) {
        return add(new CaseFact.Submitted(told(moment, null)));
    }

    /** A fed case whose source knows instants only. */
    CaseFixture received(String moment, String declaredDue) {
        return add(
                new CaseFact.Submitted(
                        told(moment, new Told.Claim(null, null, at(declaredDue), null, true))));
    }

    CaseFixture accepted(String moment) {
        Instant at = at(moment);
        return add(
                new CaseFact.Accepted(
                        told(moment, null),
                        at,
                        false,
                        TimeLimit.workingDays(20),
                        TimeLimit.workingDays(5),
                        null));
    }

    CaseFixture deemedAccepted(String from, String learned) {
        Told told = new Told(told(from, null).sequence(), at(from), at(learned), null, List.of());
        return add(
                new CaseFact.Accepted(
                        told,
                        at(from),
                        true,
                        TimeLimit.workingDays(20),
                        TimeLimit.workingDays(5),
                        null));
    }

    CaseFixture step(String moment) {
        return add(new CaseFact.Stepped(told(moment, null), null, null, null));
    }

    CaseFixture suspended(String moment, int days) {
        return add(new CaseFact.Suspended(told(moment, null), "p1", days));
    }

    CaseFixture resumed(String moment) {
        return add(new CaseFact.Resumed(told(moment, null), "p1"));
    }

    CaseFixture decided(String moment) {
        return add(new CaseFact.Decided(told(moment, null), true, "licence", null));
    }

    CaseFixture promised(String moment, Map<String, String> lastDays) {
        return add(
                new CaseFact.Promised(
                        told(moment, null),
                        "p-1",
                        lastDays.entrySet().stream()
                                .map(
                                        e ->
                                                new CaseFact.Promised.Owed(
                                                        e.getKey(), LocalDate.parse(e.getValue())))
                                .toList()));
    }

    CaseFixture handedIn(String moment, String material) {
        return add(new CaseFact.PromiseFulfilled(told(moment, null), "p-1", material));
    }

    CaseFixture refused(String moment) {
        return add(new CaseFact.Decided(told(moment, null), false, null, true));
    }

    CaseFixture finished(String moment) {
        return add(new CaseFact.Finished(told(moment, null), "6"));
    }

    List<News> news() {
        return List.copyOf(told);
    }

    private CaseFixture add(CaseFact fact) {
        told.add(new News(head, fact));
        return this;
    }

    private Told told(String moment, Told.@Nullable Claim claim) {
        Instant at = at(moment);
        return new Told(
                told.size() + 1L,
                at,
                at.isBefore(recordedLater) ? recordedLater : at,
                claim,
                List.of());
    }

    /** Local time in Asia/Shanghai. */
    static Instant at(String moment) {
        return LocalDateTime.parse(moment).atZone(WorkCalendar.ZONE).toInstant();
    }

    static Norms norms() {
        return new Norms() {
            @Override
            public Optional<WorkCalendar> calendar(RegionCode region) {
                return Optional.of(CALENDAR);
            }

            @Override
            public Optional<ItemNorm> item(String code, int version) {
                return Optional.of(
                        ItemNorm.ofLimits(
                                code,
                                version,
                                TimeLimit.workingDays(20),
                                TimeLimit.workingDays(5)));
            }

            @Override
            public Optional<TimeLimit> term(
                    WatchKind kind, @Nullable String stage, RegionCode region, LocalDate day) {
                return Optional.of(TimeLimit.workingDays(kind == WatchKind.ANSWER ? 5 : 10));
            }

            @Override
            public boolean hasLineSystem(CaseHead head, Instant at) {
                return LINE_SYSTEM.tellsOf(head, at);
            }
        };
    }

    static CardRules rules() {
        return new CardRules(
                List.of(
                        rule("blue", WatchKind.CASE, Colour.BLUE, Measure.REMAINING, 2),
                        rule("yellow", WatchKind.CASE, Colour.YELLOW, Measure.PROMISE_OVERDUE, 1),
                        rule("red", WatchKind.CASE, Colour.RED, Measure.STATUTE_OVERDUE, 1),
                        rule("declared", WatchKind.CASE, Colour.RED, Measure.DECLARED_PAST, 0),
                        rule("answer", WatchKind.ANSWER, Colour.YELLOW, Measure.PROMISE_OVERDUE, 0),
                        rule("promise", WatchKind.PROMISE, Colour.RED, Measure.STATUTE_OVERDUE, 0)),
                text -> new Conditions.Understood(_ -> text.isEmpty()));
    }

    static CardRule rule(String code, WatchKind kind, Colour colour, Measure measure, int amount) {
        return new CardRule(
                code,
                1,
                RegionCode.NATION,
                null,
                kind,
                colour,
                measure,
                amount,
                LimitUnit.WORKING_DAY,
                "",
                1,
                "ground",
                List.of(),
                Issuing.AT_ONCE,
                CardTerms.USUAL,
                LocalDate.of(2004, 7, 1),
                null);
    }
}
