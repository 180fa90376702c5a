package org.oneseal.cases.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.cases.handling.CaseWalk.day;
import static org.oneseal.cases.handling.Fixtures.*;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.suspension.Resume;
import org.oneseal.cases.suspension.Suspend;
import org.oneseal.platform.worktime.ClockReading;

/**
 * Whatever is done to a case in whatever order, its due dates are where a walk from day to day
 * finds them.
 */
class CaseWalkTest {

    private static final long SEED = 20261122;
    private static final int WALKS = 300;
    private static final Set<OtherDue.What> STEPS =
            Set.of(OtherDue.What.STEP, OtherDue.What.PRIOR_EXAMINATION);

    @Test
    void noSequenceOfActionsYieldsAnotherDueDateThanAWalkFromDayToDay() {
        int accepted = 0;
        int moved = 0;
        int extended = 0;
        int promiseMoved = 0;
        int examinations = 0;
        int stepsMoved = 0;
        for (long seed = SEED; seed < SEED + WALKS; seed++) {
            var walk = new CaseWalk(seed);
            for (int i = 0; i < 30; i++) {
                walk.step();
                String as = "seed " + seed + ": " + walk.done;
                sameAsTheWalk(walk, as);
                stepsMoved += stepAsTheWalk(walk, as) ? 1 : 0;
            }
            accepted += walk.notes.accepted == null ? 0 : 1;
            moved += walk.notes.pauses.isEmpty() ? 0 : 1;
            extended += walk.notes.extension == 0 ? 0 : 1;
            promiseMoved += walk.notes.promiseMovedBy() == 0 ? 0 : 1;
            examinations += walk.examinations;
        }
        assertThat(accepted).as("accepted").isGreaterThan(WALKS / 2);
        assertThat(moved).as("suspended").isGreaterThan(WALKS / 3);
        assertThat(extended).as("extended").isGreaterThan(WALKS / 20);
        assertThat(stepsMoved).as("steps that procedures moved").isGreaterThan(WALKS / 3);
        assertThat(examinations).as("examined first").isGreaterThan(WALKS / 10);
        assertThat(promiseMoved).as("promise moved").isGreaterThan(WALKS / 60);
    }

    private static void sameAsTheWalk(CaseWalk walk, String as) {
        DayWalk notes = walk.notes;
        Deadlines due = walk.it.deadlines(walk.calendars, walk.now);
        assertThat(day(due.legalDue())).as(as).isEqualTo(notes.legalDue());
        assertThat(day(due.promisedDue())).as(as).isEqualTo(notes.promisedDue());
        LocalDate start = notes.accepted;
        if (start == null) return;
        assertThat(day(due.legalDue()))
                .as("never before the one without suspension; %s", as)
                .isAfterOrEqualTo(notes.due(start, notes.legal + notes.extension, false));
        ClockReading reading = CaseClock.reading(walk.it, walk.calendars, walk.now);
        LocalDate until = notes.stopped == null ? walk.today() : notes.stopped;
        assertThat(reading.creditedWorkdays()).as(as).isEqualTo(notes.credited(until));
    }

    /**
     * The step under way is due where the walk finds it, in what is told, in what is shown and in
     * its explanation.
     *
     * @return whether something moved it
     */
    private static boolean stepAsTheWalk(CaseWalk walk, String as) {
        LocalDate from = walk.it.state().open() ? walk.stepFrom : null;
        Deadlines due = walk.it.deadlines(walk.calendars, walk.now);
        List<OtherDue> steps =
                OtherDue.of(walk.it, walk.calendars, walk.now).stream()
                        .filter(other -> STEPS.contains(other.what()))
                        .toList();
        if (from == null) {
            assertThat(steps).as(as).isEmpty();
            assertThat(due.stepDue()).as(as).isNull();
            return false;
        }
        LocalDate expected = walk.notes.due(from, 3, true);
        assertThat(day(due.stepDue())).as(as).isEqualTo(expected);
        assertThat(walk.toldStep).as("told; %s", as).isEqualTo(due.stepDue());
        assertThat(steps).as(as).hasSize(1);
        OtherDue step = steps.getFirst();
        assertThat(step.due()).as(as).isEqualTo(due.stepDue());
        assertThat(walk.shown(step)).as(as).isEqualTo(expected);
        assertThat(Case.dayOf(step.from())).as(as).isEqualTo(from);
        assertThat(step.what())
                .as(as)
                .isEqualTo(
                        walk.examinedFirst ? OtherDue.What.PRIOR_EXAMINATION : OtherDue.What.STEP);
        return expected.isAfter(walk.notes.due(from, 3, false));
    }

    /** R7: what is credited is min(working days in the union, announced), whatever overlaps. */
    @Test
    void theCreditIsTheWorkingDaysOfTheUnionAtMostAsLongAsAnnounced() {
        var random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            var walk = new CaseWalk(random.nextLong());
            walk.accept();
            LocalDate start = walk.today();
            int announced = 1 + random.nextInt(15);
            int begins = random.nextInt(6);
            int lasts = random.nextInt(30);
            walk.now = walk.now.plus(Duration.ofDays(begins));
            walk.ids++;
            assertThat(
                            walk.attempt(
                                    new Suspend("EXPERT_REVIEW", "评审", announced, DEPARTMENT, null),
                                    OFFICER))
                    .isTrue();
            String first = "id" + walk.ids;
            LocalDate from = walk.today();
            walk.ids++;
            boolean twice = random.nextBoolean();
            if (twice) {
                walk.attempt(new Suspend("TESTING", "检测", announced, DEPARTMENT, null), OFFICER);
            }
            String second = "id" + walk.ids;
            walk.now = walk.now.plus(Duration.ofDays(lasts));
            walk.attempt(new Resume(first), OFFICER);
            if (twice) walk.attempt(new Resume(second), OFFICER);

            int workdays = 0;
            for (LocalDate d = from.plusDays(1); !d.isAfter(walk.today()); d = d.plusDays(1)) {
                if (walk.notes.works(d)) workdays++;
            }
            int credit = Math.min(workdays, announced);
            String as = "begun %s, %d days, announced %d".formatted(from, lasts, announced);
            assertThat(CaseClock.reading(walk.it, walk.calendars, walk.now).creditedWorkdays())
                    .as(as)
                    .isEqualTo(credit);
            assertThat(day(walk.it.deadlines(walk.calendars, walk.now).legalDue()))
                    .as(as)
                    .isEqualTo(walk.notes.workdaysAfter(start, 20 + credit));
        }
    }
}
