package org.oneseal.cases.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.cases.handling.Fixtures.*;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.correction.CloseSilent;
import org.oneseal.cases.correction.Correct;
import org.oneseal.cases.correction.GiveSupplement;
import org.oneseal.cases.correction.RequestCorrection;
import org.oneseal.cases.correction.RequestSupplement;
import org.oneseal.cases.decision.Decide;
import org.oneseal.cases.events.CaseExtended;
import org.oneseal.cases.events.CaseRebased;
import org.oneseal.cases.events.CaseResumed;
import org.oneseal.cases.events.CaseSuspended;
import org.oneseal.cases.events.ClockTerms;
import org.oneseal.cases.events.StepCompleted;
import org.oneseal.cases.events.StepReturned;
import org.oneseal.cases.events.StepStarted;
import org.oneseal.cases.intake.Accept;
import org.oneseal.cases.intake.DeemAccepted;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.items.ItemVersion.SpecialProcedure;
import org.oneseal.cases.limits.Extend;
import org.oneseal.cases.limits.Rebase;
import org.oneseal.cases.limits.RefuseExtension;
import org.oneseal.cases.limits.RequestExtension;
import org.oneseal.cases.review.CompleteStep;
import org.oneseal.cases.review.ReturnToStep;
import org.oneseal.cases.review.StartStep;
import org.oneseal.cases.suspension.Resume;
import org.oneseal.cases.suspension.Suspend;
import org.oneseal.platform.worktime.ClockReading;
import org.oneseal.platform.worktime.Due;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * A case of 2023 on its way under random hands, with the notes of the walker beside it; the decree
 * of the year may change on the way.
 */
final class CaseWalk {

    private static final List<String> KINDS =
            List.of("EXPERT_REVIEW", "TESTING", RequestSupplement.KIND);

    final Random random;
    final DayWalk notes = new DayWalk();
    final ItemVersion item;
    final boolean examinedFirst;
    final Map<LocalDate, String> decreed = new TreeMap<>();
    final Map<String, DayWalk.Pause> open = new TreeMap<>();
    final List<String> done = new ArrayList<>();
    WorkCalendars calendars = CALENDARS;
    Instant now;
    Case it;
    int ids;
    int asked;
    int examinations;
    LocalDate silentFrom = LocalDate.MAX;
    LocalDate extendedOn = LocalDate.MIN;
    @Nullable LocalDate stepFrom;
    @Nullable Instant toldStep;

    CaseWalk(long seed) {
        random = new Random(seed);
        notes.promiseMoves = random.nextBoolean();
        examinedFirst = (seed & 1) == 0;
        item = manyProcedures(notes.promiseMoves, examinedFirst);
        now =
                LocalDate.of(2023, 1, 3)
                        .plusDays(random.nextInt(200))
                        .atTime(8 + random.nextInt(9), 0)
                        .atZone(Case.ZONE)
                        .toInstant();
        it = changed(application("m1", "m2").submit(item, APPLICANT, calendars, now));
    }

    LocalDate today() {
        return Case.dayOf(now);
    }

    Situation by(Handler handler) {
        return new Situation(item, handler, calendars, now, () -> item, () -> "id" + ids);
    }

    /** Does one thing at random; the notes follow only what was really done. */
    void step() {
        now = now.plus(Duration.ofHours(random.nextInt(60)));
        ids++;
        switch (random.nextInt(15)) {
            case 0, 1 -> accept();
            case 2 -> attempt(new RequestCorrection(List.of(missing()), days(30)), CLERK);
            case 3 -> attempt(new Correct(given("m2")), APPLICANT);
            case 4, 5 -> suspend();
            case 6 -> resume();
            case 7 -> ask();
            case 8 -> judge();
            case 9 -> decree();
            case 10 -> examine();
            case 11 -> goBack();
            case 12 -> supplement();
            case 13 -> give();
            default -> end();
        }
    }

    boolean attempt(CaseCommand command, Handler handler) {
        if (!(command.on(it, by(handler)) instanceof Outcome.Changed(var after, _, var told))) {
            return false;
        }
        it = after;
        hear(told);
        done.add(today() + " " + command);
        return true;
    }

    void accept() {
        LocalDate from = Case.dayOf(it.answerRunsFrom());
        boolean byLaw = attempt(DeemAccepted.BY_LAW, CLERK);
        if (!byLaw && !attempt(new Accept(), CLERK)) return;
        notes.accepted = byLaw ? from : today();
        notes.legal = 20;
        notes.promised = 5;
    }

    void suspend() {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        int announced = 1 + random.nextInt(12);
        if (!attempt(new Suspend(kind, "评审", announced, DEPARTMENT, null), OFFICER)) return;
        var pause = new DayWalk.Pause(today(), announced);
        notes.pauses.add(pause);
        open.put("id" + ids, pause);
    }

    /** A step has three days, from its start or, where it is the lower body's, from acceptance. */
    void examine() {
        CaseCommand command =
                ids % 3 == 0 ? new StartStep("examine") : new CompleteStep("examine", null);
        LocalDate accepted = notes.accepted;
        boolean under = stepFrom != null;
        LocalDate from = under ? stepFrom : examinedFirst ? accepted : today();
        if (!attempt(command, OFFICER) || accepted == null || from == null) return;
        if (!under && examinedFirst) examinations++;
        stepFrom = command instanceof StartStep ? from : null;
        if (stepFrom != null) return;
        // What was done stops its clock, as the decision stops the whole.
        notes.stopped = today();
        assertThat(day(toldStep)).as("done: %s", done).isEqualTo(notes.due(from, 3, true));
        notes.stopped = null;
        toldStep = null;
    }

    /** What a subscriber knows of the step, who reads nothing but the events. */
    private void hear(List<Outcome.Told> events) {
        for (Outcome.Told told : events) {
            switch (told.event()) {
                case StepStarted e -> toldStep = e.due();
                case StepCompleted e -> toldStep = e.due();
                case StepReturned _ -> toldStep = null;
                case CaseSuspended e -> toldStep = due(e.clock());
                case CaseResumed e -> toldStep = due(e.clock());
                case CaseExtended e -> toldStep = due(e.clock());
                case CaseRebased e -> toldStep = due(e.clock());
                default -> {}
            }
        }
    }

    private static @Nullable Instant due(ClockTerms clock) {
        return clock.step() == null ? null : clock.step().due();
    }

    @Nullable LocalDate shown(OtherDue due) {
        var calendar = calendars.of(it.header().region());
        Due shown = ClockReading.of(due.counted(), calendar, now).legalDue();
        return shown == null ? null : shown.day();
    }

    void goBack() {
        if (attempt(new ReturnToStep("examine", "补充"), CHIEF)) stepFrom = null;
    }

    /** Stops the clock as long as the item's listing allows, if the applicant takes as long. */
    void supplement() {
        if (!attempt(new RequestSupplement(List.of(missing()), days(15)), OFFICER)) return;
        LocalDate answerBy = today().plusDays(15);
        while (!notes.works(answerBy)) answerBy = answerBy.plusDays(1);
        int workdays = 0;
        for (LocalDate d = today().plusDays(1); !d.isAfter(answerBy); d = d.plusDays(1)) {
            if (notes.works(d)) workdays++;
        }
        var pause = new DayWalk.Pause(today(), Math.min(workdays, 30));
        notes.pauses.add(pause);
        open.put("id" + ids, pause);
        silentFrom = answerBy.plusDays(1);
    }

    void give() {
        if (!attempt(new GiveSupplement(given("m2")), APPLICANT)) return;
        it.last(CaseFact.Resumed.class)
                .map(r -> open.remove(r.procedureId()))
                .ifPresent(pause -> pause.to = today());
    }

    void resume() {
        if (open.isEmpty()) return;
        String id = open.keySet().iterator().next();
        if (attempt(new Resume(id), OFFICER)) {
            DayWalk.Pause pause = open.remove(id);
            if (pause != null) pause.to = today();
        }
    }

    /** Asking, and being refused, moves nothing. */
    void ask() {
        var before = it.deadlines(calendars, now);
        asked = 1 + random.nextInt(10);
        if (attempt(new RequestExtension(TimeLimit.workingDays(asked), "复杂"), OFFICER)) {
            assertThat(it.deadlines(calendars, now)).as("asked: %s", done).isEqualTo(before);
        }
    }

    void judge() {
        var before = it.deadlines(calendars, now);
        if (random.nextBoolean()) {
            int days =
                    it.last(HandlingFact.ExtensionRequested.class)
                            .map(a -> a.by().amount())
                            .orElse(0);
            if (attempt(new Extend(null), CHIEF)) {
                notes.extension = days;
                notes.extendedOn = today();
                extendedOn = today();
            }
        } else if (attempt(new RefuseExtension("不足"), CHIEF)) {
            assertThat(it.deadlines(calendars, now)).as("refused: %s", done).isEqualTo(before);
        }
    }

    /** A holiday more, on some weekday to come. */
    void decree() {
        LocalDate day = today().plusDays(1 + random.nextInt(20));
        boolean plain =
                day.getYear() == 2023
                        && day.getDayOfWeek() != DayOfWeek.SATURDAY
                        && day.getDayOfWeek() != DayOfWeek.SUNDAY
                        && notes.works(day);
        if (!plain || !it.state().open()) return;
        Deadlines before = it.deadlines(calendars, now);
        decreed.put(day, "加放假");
        notes.holidays.add(day);
        calendars = calendars(decreed);
        if (new Rebase(before, "decree").on(it, calendars, now)
                instanceof Outcome.Changed(var after, _, var told)) {
            it = after;
            hear(told);
            done.add(today() + " a holiday on " + day);
        }
    }

    void end() {
        if (random.nextInt(4) != 0) return;
        if (attempt(new Decide(granting()), CHIEF)) {
            notes.stopped = today();
        } else if (attempt(CloseSilent.WHEN_DUE, CLERK)) {
            notes.stopped = silentFrom;
            // The silence ended the case before; what was done since is void.
            if (!extendedOn.isBefore(silentFrom)) notes.extension = 0;
        }
    }

    private static CaseFact.Missing missing() {
        return new CaseFact.Missing("m2", "", "缺章");
    }

    private static TimeLimit days(int days) {
        return TimeLimit.calendarDays(days);
    }

    static @Nullable LocalDate day(@Nullable Instant at) {
        return at == null ? null : Case.dayOf(at);
    }

    private static List<ItemVersion.Step> steps(ItemVersion item, boolean examinedFirst) {
        return item.steps().stream()
                .map(
                        s ->
                                s.code().equals("examine")
                                        ? new ItemVersion.Step(
                                                s.code(),
                                                s.name(),
                                                s.role(),
                                                s.limit(),
                                                s.separate(),
                                                examinedFirst)
                                        : s)
                .toList();
    }

    private static ItemVersion manyProcedures(boolean movesPromise, boolean examinedFirst) {
        ItemVersion one = item();
        return new ItemVersion(
                one.itemCode(),
                one.version(),
                one.region(),
                one.department(),
                one.departmentName(),
                one.departmentUscc(),
                one.name(),
                one.itemType(),
                one.caseKind(),
                one.serviceObjects(),
                one.legalLimit(),
                one.promisedLimit(),
                one.legalBasis(),
                one.materials(),
                steps(one, examinedFirst),
                KINDS.stream()
                        .map(k -> new SpecialProcedure(k, null, 30, "行政许可法 art. 45"))
                        .toList(),
                one.extensionMaximum(),
                movesPromise,
                one.deemedAcceptance(),
                one.results(),
                one.publicity(),
                one.status(),
                one.effectiveFrom(),
                one.cancelledFrom(),
                one.commitment(),
                one.jointHandling());
    }
}
