package org.oneseal.cases.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.cases.handling.Fixtures.*;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.oneseal.cases.correction.Correct;
import org.oneseal.cases.decision.Decide;
import org.oneseal.cases.decision.DecisionTerms;
import org.oneseal.cases.events.CaseDecided;
import org.oneseal.cases.events.CaseDeemedAccepted;
import org.oneseal.cases.events.CaseRebased;
import org.oneseal.cases.handling.Fixtures.Trial;
import org.oneseal.cases.intake.Accept;
import org.oneseal.cases.intake.DeemAccepted;
import org.oneseal.cases.intake.RefuseAcceptance;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.items.ItemVersion.Status;
import org.oneseal.cases.limits.Extend;
import org.oneseal.cases.limits.Rebase;
import org.oneseal.cases.limits.RequestExtension;
import org.oneseal.cases.suspension.Resume;
import org.oneseal.cases.suspension.Suspend;
import org.oneseal.platform.worktime.TimeLimit;

class CaseTest {

    @Test
    void everythingWrongWithAnApplicationIsToldAtOnce() {
        Outcome outcome =
                application("m1", "m1", "m9")
                        .submit(item(1, Status.SUSPENDED), APPLICANT, CALENDARS, MONDAY);

        assertThat(objections(outcome))
                .containsExactly(
                        "item-not-open",
                        "material-twice",
                        "material-not-listed",
                        "material-missing");
    }

    @Test
    void theDepartmentHasFiveWorkingDaysToAnswerOverAMakeUpSunday() {
        Case late =
                changed(
                        application("m1", "m2")
                                .submit(
                                        item(),
                                        APPLICANT,
                                        CALENDARS,
                                        Instant.parse("2023-04-19T02:00:00Z")));

        assertThat(late.deadlines(CALENDARS, MONDAY).answerDue())
                .isEqualTo(Instant.parse("2023-04-25T09:00:00Z"));
    }

    @Test
    void silenceIsAcceptanceFromTheDayOfReceipt() {
        Instant after = Instant.parse("2023-04-17T09:00:01Z");
        Outcome outcome = DeemAccepted.BY_LAW.on(submitted(), at(item(), CLERK, after));

        Case accepted = changed(outcome);
        assertThat(accepted.acceptance().orElseThrow().stamp())
                .isEqualTo(new CaseFact.Stamp(MONDAY, after, "deemed-acceptance"));
        assertThat(accepted.deadlines(CALENDARS, after).promisedDue())
                .isEqualTo(Instant.parse("2023-04-17T09:00:00Z"));
        assertThat(((Outcome.Changed) outcome).events().getFirst().event())
                .isInstanceOf(CaseDeemedAccepted.class);
    }

    @Test
    void afterACorrectionSilenceIsAcceptanceFromTheDayOfTheCorrection() {
        Instant corrected = Instant.parse("2023-04-20T02:00:00Z");
        Case waiting = changed(new Trial(submitted()).attempt(Action.REQUEST_CORRECTION));
        assertThat(waiting.deadlines(CALENDARS, MONDAY).answerDue()).isNull();
        Case back = changed(new Correct(given("m2")).on(waiting, at(item(), APPLICANT, corrected)));
        Instant after = Instant.parse("2023-04-26T09:00:01Z");

        Case accepted = changed(DeemAccepted.BY_LAW.on(back, at(item(), CLERK, after)));

        assertThat(accepted.acceptance().orElseThrow().stamp().occurredAt()).isEqualTo(corrected);
    }

    @Test
    void whoAnswersTooLateHasAcceptedByLaw() {
        Instant after = Instant.parse("2023-04-17T09:00:01Z");

        assertThat(objections(new Accept().on(submitted(), at(item(), CLERK, after))))
                .containsExactly("answer-too-late");
        assertThat(
                        objections(
                                new RefuseAcceptance("g", "r", null, null)
                                        .on(submitted(), at(item(), CLERK, after))))
                .containsExactly("answer-too-late");
    }

    @Test
    void theTimerNeverDecidesBeforeItsTime() {
        assertThat(
                        objections(
                                DeemAccepted.BY_LAW.on(
                                        submitted(),
                                        at(item(), CLERK, Instant.parse("2023-04-17T09:00:00Z")))))
                .containsExactly("answer-not-due");
    }

    @Test
    void whatIsMissingIsAskedForOnlyOnce() {
        Case corrected =
                changed(
                        new Trial(
                                        changed(
                                                new Trial(submitted())
                                                        .attempt(Action.REQUEST_CORRECTION)))
                                .attempt(Action.CORRECT));

        assertThat(objections(new Trial(corrected).attempt(Action.REQUEST_CORRECTION)))
                .containsExactly("correction-only-once");
        assertThat(changed(new Trial(corrected).attempt(Action.ACCEPT)).state())
                .isEqualTo(CaseState.ACCEPTED);
    }

    @Test
    void acceptancePinsTheVersionInForceThen() {
        Case accepted = changed(new Accept().on(submitted(), at(item(2, Status.IN_FORCE), CLERK)));

        assertThat(accepted.header().itemVersion()).isEqualTo(1);
        assertThat(accepted.itemVersion()).isEqualTo(2);
    }

    @Test
    void nobodyHandlesAnApplicationOfTheirOwn() {
        Handler own = new Handler("other-account", Set.of("window-clerk"), "p1");

        assertThat(objections(new Accept().on(submitted(), at(item(), own))))
                .containsExactly("own-case");
    }

    @Test
    void onlyAListedProcedureOfTheAuthorityStopsTheClock() {
        Outcome outcome =
                new Suspend("DRAWING_REVIEW", " ", 0, "some-institute", null)
                        .on(accepted(), at(item(), OFFICER));

        assertThat(objections(outcome))
                .containsExactly(
                        "procedure-not-listed",
                        "length-not-announced",
                        "not-commissioned-by-authority",
                        "reason-missing");
    }

    @Test
    void whileAProcedureIsOpenTheDueDateIsProjectedAndComesBackWithIt() {
        assertThat(suspended().deadlines(CALENDARS, MONDAY).promisedDue())
                .isEqualTo(Instant.parse("2023-04-28T09:00:00Z"));

        Case resumed =
                changed(
                        new Resume("s1")
                                .on(
                                        suspended(),
                                        at(
                                                item(),
                                                OFFICER,
                                                Instant.parse("2023-04-12T02:00:00Z"))));

        assertThat(resumed.deadlines(CALENDARS, MONDAY).promisedDue())
                .isEqualTo(Instant.parse("2023-04-19T09:00:00Z"));
    }

    @Test
    void theLimitIsExtendedOnceAndThePromiseStays() {
        var before = accepted().deadlines(CALENDARS, MONDAY);
        Case asked = changed(new Trial(accepted()).attempt(Action.REQUEST_EXTENSION));
        assertThat(asked.deadlines(CALENDARS, MONDAY)).isEqualTo(before);
        Case extended = changed(new Trial(asked).attempt(Action.EXTEND));
        var after = extended.deadlines(CALENDARS, MONDAY);

        assertThat(after.legalDue()).isAfter(before.legalDue());
        assertThat(after.promisedDue()).isEqualTo(before.promisedDue());
        assertThat(objections(new Trial(extended).attempt(Action.REQUEST_EXTENSION)))
                .containsExactly("extended-already");
        assertThat(
                        objections(
                                new RequestExtension(TimeLimit.workingDays(11), "")
                                        .on(
                                                accepted(),
                                                at(
                                                        item(),
                                                        OFFICER,
                                                        Instant.parse("2023-06-30T02:00:00Z")))))
                .containsExactly("extension-too-long", "extension-too-late", "reason-missing");
    }

    @Test
    void whoAsksForMoreTimeDoesNotApproveIt() {
        Handler both = new Handler("officer", Set.of("case-officer", "chief-approver"), null);
        Handler standIn = new Handler("deputy", Set.of("chief-approver"), null, OFFICER.subject());
        Case asked = changed(new Trial(accepted()).attempt(Action.REQUEST_EXTENSION));

        assertThat(objections(new Extend(null).on(accepted(), at(item(), CHIEF))))
                .containsExactly("extension-not-requested");
        assertThat(objections(new Extend(null).on(asked, at(item(), both))))
                .containsExactly("extension-four-eyes");
        assertThat(objections(new Extend(null).on(asked, at(item(), standIn))))
                .containsExactly("extension-four-eyes");
        assertThat(objections(new Trial(asked).attempt(Action.REQUEST_EXTENSION)))
                .containsExactly("extension-pending");
        Case refused = changed(new Trial(asked).attempt(Action.REFUSE_EXTENSION));
        assertThat(refused.deadlines(CALENDARS, MONDAY))
                .isEqualTo(accepted().deadlines(CALENDARS, MONDAY));
        assertThat(objections(new Trial(refused).attempt(Action.REQUEST_EXTENSION))).isEmpty();
    }

    @Test
    void jointHandlingIsExtendedWithTheGovernmentsApproval() {
        ItemVersion joint = joint();
        Case accepted = changed(new Accept().on(submitted(), at(joint, CLERK)));
        Case asked =
                changed(
                        new RequestExtension(TimeLimit.workingDays(15), "复杂")
                                .on(accepted, at(joint, OFFICER)));

        assertThat(
                        Case.dayOf(
                                Objects.requireNonNull(
                                        accepted.deadlines(CALENDARS, MONDAY).legalDue())))
                .isEqualTo(LocalDate.of(2023, 6, 13));
        assertThat(objections(new Extend(null).on(asked, at(joint, CHIEF))))
                .containsExactly("government-approval-missing");
        Case extended = changed(new Extend("冷政函〔2023〕7号").on(asked, at(joint, CHIEF)));
        assertThat(
                        Case.dayOf(
                                Objects.requireNonNull(
                                        extended.deadlines(CALENDARS, MONDAY).legalDue())))
                .isEqualTo(LocalDate.of(2023, 7, 4));
    }

    @Test
    void aDecisionNeedsTheStepsTheRoleAndAnotherPerson() {
        Handler both = new Handler("officer", Set.of("case-officer", "chief-approver"), null);
        Handler clerkAndChief =
                new Handler("clerk", Set.of("window-clerk", "chief-approver"), null);

        assertThat(objections(new Decide(granting()).on(accepted(), at(item(), CHIEF))))
                .containsExactly("step-open");
        assertThat(objections(new Decide(granting()).on(examined(), at(item(), both))))
                .containsExactly("four-eyes");
        assertThat(objections(new Decide(granting()).on(examined(), at(item(), clerkAndChief))))
                .containsExactly("same-person");
        assertThat(objections(new Decide(granting()).on(examined(), at(item(), OFFICER))))
                .containsExactly("wrong-role", "four-eyes");
    }

    @Test
    void aRefusalNeedsGroundAndReasonAndYieldsNoCertificate() {
        var refusing = new DecisionTerms(false, "决2号", null, " ", null, null, null, null);
        assertThat(objections(new Decide(refusing).on(examined(), at(item(), CHIEF))))
                .containsExactly("ground-missing", "reason-missing");

        var reasoned = new DecisionTerms(false, "决2号", "法", "不符合", null, null, null, null);
        Outcome outcome = new Decide(reasoned).on(examined(), at(item(), CHIEF));

        assertThat(((Outcome.Changed) outcome).events())
                .extracting(told -> told.event().eventType())
                .containsExactly("cases.decided", "cases.finished");
        assertThat(changed(outcome).last(CaseFact.Finished.class).orElseThrow().result())
                .isEqualTo("7");
    }

    @Test
    void aGrantIssuesTheCertificateForItsTermAndIsForThePublic() {
        Outcome outcome = new Trial(examined()).attempt(Action.DECIDE);

        var events = ((Outcome.Changed) outcome).events();
        assertThat(events)
                .extracting(told -> told.event().eventType())
                .containsExactly("cases.decided", "cases.certificate-issued", "cases.finished");
        var decided = (CaseDecided) events.getFirst().event();
        assertThat(decided.publicity()).isTrue();
        assertThat(decided.validTo()).isEqualTo(LocalDate.of(2028, 4, 9));
        assertThat(decided.authority().uscc()).isEqualTo("11431103YYYY00207T");
        assertThat(changed(outcome).last(CaseFact.Finished.class).orElseThrow().result())
                .isEqualTo("0");
    }

    @Test
    void aDecreeMovesAnOpenCaseAndLeavesAClosedOneAlone() {
        var decreed = calendars(Map.of(LocalDate.of(2023, 4, 12), "三月三"));
        var before = accepted().deadlines(CALENDARS, MONDAY);

        Outcome outcome = new Rebase(before, "made-up decree").on(accepted(), decreed, MONDAY);

        var rebased = (CaseRebased) ((Outcome.Changed) outcome).events().getFirst().event();
        assertThat(rebased.promisedDueBefore()).isEqualTo(before.promisedDue());
        assertThat(rebased.clock().promisedDue()).isEqualTo(Instant.parse("2023-04-18T09:00:00Z"));
        assertThat(new Rebase(before, null).on(caseIn(CaseState.FINISHED), decreed, MONDAY))
                .isInstanceOf(Outcome.OutOfTurn.class);
        assertThat(
                        ((Outcome.Changed)
                                        new Rebase(before, null).on(accepted(), CALENDARS, MONDAY))
                                .events())
                .isEmpty();
    }

    @Test
    void aFedCaseTakesFactsAfterItsEndAndKeepsItsState() {
        Case closed = caseIn(CaseState.FINISHED);
        var late =
                new CaseFact.StepStarted(
                        new CaseFact.Stamp(MONDAY.plusSeconds(60), MONDAY, "source"),
                        "x",
                        "x",
                        null);

        var recorded = closed.record(List.of(late), List.of("AFTER_END"), CALENDARS, MONDAY);

        assertThat(recorded.after().state()).isEqualTo(CaseState.FINISHED);
        assertThat(recorded.events()).hasSize(1);
    }
}
