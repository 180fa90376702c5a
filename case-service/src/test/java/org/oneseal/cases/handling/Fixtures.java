package org.oneseal.cases.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.assignment.Claim;
import org.oneseal.cases.assignment.Officer;
import org.oneseal.cases.assignment.PassOn;
import org.oneseal.cases.assignment.Release;
import org.oneseal.cases.consultation.AnswerConsultation;
import org.oneseal.cases.consultation.Consult;
import org.oneseal.cases.consultation.LapseConsultation;
import org.oneseal.cases.consultation.WithdrawConsultation;
import org.oneseal.cases.cosign.CoSign;
import org.oneseal.cases.cosign.Quorum;
import org.oneseal.cases.cosign.RequestCoSign;
import org.oneseal.cases.handling.HandlingFact.AssignmentKind;
import org.oneseal.cases.handling.HandlingFact.Position;
import org.oneseal.cases.limits.RefuseExtension;
import org.oneseal.cases.limits.RequestExtension;
import org.oneseal.cases.review.GiveOpinion;
import org.oneseal.cases.review.ReturnToStep;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.oneseal.cases.closing.Deliver;
import org.oneseal.cases.closing.Withdraw;
import org.oneseal.cases.correction.CloseSilent;
import org.oneseal.cases.correction.Correct;
import org.oneseal.cases.correction.CorrectOnTheSpot;
import org.oneseal.cases.correction.GiveSupplement;
import org.oneseal.cases.correction.RequestCorrection;
import org.oneseal.cases.correction.RequestSupplement;
import org.oneseal.cases.decision.Decide;
import org.oneseal.cases.decision.DecisionTerms;
import org.oneseal.cases.handling.CaseFact.Material;
import org.oneseal.cases.handling.CaseFact.MaterialForm;
import org.oneseal.cases.handling.CaseHeader.SubjectKind;
import org.oneseal.cases.intake.Accept;
import org.oneseal.cases.intake.DeemAccepted;
import org.oneseal.cases.intake.RefuseAcceptance;
import org.oneseal.cases.intake.SendBack;
import org.oneseal.cases.intake.Submission;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.cases.items.ItemVersion.CaseKind;
import org.oneseal.cases.items.ItemVersion.Necessity;
import org.oneseal.cases.items.ItemVersion.Status;
import org.oneseal.cases.limits.Extend;
import org.oneseal.cases.limits.Rebase;
import org.oneseal.cases.promises.FulfilPromise;
import org.oneseal.cases.promises.LapsePromise;
import org.oneseal.cases.review.CompleteStep;
import org.oneseal.cases.review.StartStep;
import org.oneseal.cases.suspension.Resume;
import org.oneseal.cases.suspension.Suspend;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.worktime.CalendarYear;
import org.oneseal.platform.worktime.OfficeHours;
import org.oneseal.platform.worktime.TimeLimit;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.platform.worktime.WorkCalendars;

/**
 * A licence of a district in the spring of 2023, when 04-23 and 05-06 are worked and 04-29 to 05-03
 * are not.
 */
final class Fixtures {

    static final Instant MONDAY = Instant.parse("2023-04-10T02:00:00Z");
    static final String DEPARTMENT = "431103-HJ";

    static final Handler APPLICANT = new Handler("applicant", Set.of("applicant"), "p1");
    static final Handler CLERK = new Handler("clerk", Set.of("window-clerk"), null);
    static final Handler OFFICER = new Handler("officer", Set.of("case-officer"), null);
    static final Handler CHIEF = new Handler("chief", Set.of("chief-approver"), null);

    static final WorkCalendars CALENDARS = calendars(Map.of());

    private Fixtures() {}

    /** 2023 as decreed for Labour Day, with more holidays where wanted. */
    static WorkCalendars calendars(Map<LocalDate, String> more) {
        var holidays = new TreeMap<LocalDate, String>(more);
        for (LocalDate d = LocalDate.of(2023, 4, 29);
                d.isBefore(LocalDate.of(2023, 5, 4));
                d = d.plusDays(1)) {
            holidays.put(d, "劳动节");
        }
        WorkCalendar calendar =
                WorkCalendar.of(
                        RegionCode.NATION,
                        List.of(
                                CalendarYear.decreed(
                                        2023,
                                        1 + more.size(),
                                        holidays,
                                        Map.of(
                                                LocalDate.of(2023, 4, 23), "劳动节",
                                                LocalDate.of(2023, 5, 6), "劳动节"),
                                        OfficeHours.USUAL,
                                        "made-up decree"),
                                CalendarYear.decreed(
                                        2024, 1, Map.of(), Map.of(), OfficeHours.USUAL, null)));
        return region ->
                region.equals(RegionCode.NATION) ? Optional.of(calendar) : Optional.empty();
    }

    static ItemVersion item() {
        return item(1, Status.IN_FORCE);
    }

    static ItemVersion item(int version, Status status) {
        return item(version, status, TimeLimit.workingDays(20), TimeLimit.workingDays(10), null);
    }

    static ItemVersion item(
            int version,
            Status status,
            TimeLimit legal,
            TimeLimit extension,
            @Nullable Boolean jointHandling) {
        return new ItemVersion(
                "11431103YYYY00207T4000100064000",
                version,
                "431103000000",
                DEPARTMENT,
                "生态环境分局",
                "11431103YYYY00207T",
                "环境影响报告表审批",
                "01",
                CaseKind.PROMISED,
                List.of("LEGAL"),
                legal,
                TimeLimit.workingDays(5),
                "环境影响评价法",
                List.of(
                        new ItemVersion.Material("m1", "申请书", Necessity.REQUIRED),
                        new ItemVersion.Material("m2", "报告表", Necessity.REQUIRED),
                        new ItemVersion.Material("m3", "公众参与说明", Necessity.TOLERATED)),
                List.of(
                        new ItemVersion.Step("accept", "受理", "window-clerk", null, false, null),
                        new ItemVersion.Step(
                                "examine",
                                "审查",
                                "case-officer",
                                TimeLimit.workingDays(3),
                                true,
                                null),
                        new ItemVersion.Step("decide", "决定", "chief-approver", null, true, null)),
                List.of(
                        new ItemVersion.SpecialProcedure(
                                "EXPERT_REVIEW", "专家评审", 30, "行政许可法 art. 45")),
                extension,
                null,
                new ItemVersion.DeemedAcceptance(TimeLimit.workingDays(5), "行政许可法 art. 32"),
                List.of(new ItemVersion.Result("r1", "批复", "11431103YYYY00207T064", 60)),
                true,
                status,
                LocalDate.of(2023, 1, 1),
                null,
                null,
                jointHandling);
    }

    /** Handled by several bodies together: 45 working days and 15 more. */
    static ItemVersion joint() {
        return item(1, Status.IN_FORCE, TimeLimit.workingDays(45), TimeLimit.workingDays(15), true);
    }

    static Submission application(String... materials) {
        return new Submission(
                "431103-case",
                "number",
                "query",
                new Submission.Subject("p1", "示例公司", SubjectKind.LEGAL, "示例公司", "uscc"),
                false,
                "ONLINE",
                false,
                null,
                given(materials),
                null);
    }

    static List<Material> given(String... codes) {
        return Stream.of(codes)
                .map(code -> new Material(code, MaterialForm.ELECTRONIC, null))
                .toList();
    }

    static Situation at(ItemVersion item, Handler by) {
        return at(item, by, MONDAY);
    }

    static Situation at(ItemVersion item, Handler by, Instant now) {
        return new Situation(item, by, CALENDARS, now, () -> item, () -> "s1");
    }

    static Case submitted() {
        return changed(application("m1", "m2").submit(item(), APPLICANT, CALENDARS, MONDAY));
    }

    static Case accepted() {
        return changed(new Accept().on(submitted(), at(item(), CLERK)));
    }

    static Case suspended() {
        return changed(new Trial(accepted()).attempt(Action.SUSPEND));
    }

    static Case examined() {
        return changed(new CompleteStep("examine", "符合").on(accepted(), at(item(), OFFICER)));
    }

    static Case changed(Outcome outcome) {
        if (outcome instanceof Outcome.Changed(var after, _, _)) return after;
        throw new AssertionError(outcome.toString());
    }

    static List<String> objections(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Changed _ -> List.of();
            case Outcome.Objected(var o) -> o.stream().map(x -> x.code()).toList();
            case Outcome.OutOfTurn(var o) -> o.stream().map(x -> x.code()).toList();
        };
    }

    static Case caseIn(CaseState state) {
        return switch (state) {
            case SUBMITTED -> submitted();
            case IN_CORRECTION ->
                    changed(new Trial(submitted()).attempt(Action.REQUEST_CORRECTION));
            case ACCEPTED -> accepted();
            case SUSPENDED -> suspended();
            case FINISHED -> changed(new Trial(examined()).attempt(Action.DECIDE));
            case DELIVERED ->
                    changed(new Trial(caseIn(CaseState.FINISHED)).attempt(Action.DELIVER));
            case NOT_ACCEPTED -> changed(new Trial(submitted()).attempt(Action.REFUSE_ACCEPTANCE));
            case WITHDRAWN -> changed(new Trial(accepted()).attempt(Action.WITHDRAW));
            case RETURNED -> changed(new Trial(submitted()).attempt(Action.SEND_BACK));
        };
    }

    static DecisionTerms granting() {
        return new DecisionTerms(
                true,
                "决1号",
                null,
                null,
                null,
                null,
                TimeLimit.workingDays(10),
                new DecisionTerms.Certificate("id", "2023000000001", "SM3:00"));
    }

    static Officer officer(String subject) {
        return new Officer(
                subject,
                subject,
                new RegionCode("431103000000"),
                DEPARTMENT,
                Set.of("case-officer"));
    }

    static Handler handler(String officer) {
        return officer(officer).handler();
    }

    private static PassOn passOn(AssignmentKind kind) {
        return new PassOn(kind, "he", Optional.of(officer("he")), "转办");
    }

    /** Tries an action with everything it needs. */
    record Trial(Case it) {
        Outcome attempt(Action action) {
            ItemVersion item = item();
            return switch (action) {
                case ACCEPT -> new Accept().on(it, at(item, CLERK));
                case DEEM_ACCEPTED -> DeemAccepted.BY_LAW.on(it, at(item, CLERK));
                case REFUSE_ACCEPTANCE ->
                        new RefuseAcceptance("ground", "reason", null, null)
                                .on(it, at(item, CLERK));
                case REQUEST_CORRECTION ->
                        new RequestCorrection(
                                        List.of(new CaseFact.Missing("m2", "", "缺章")),
                                        TimeLimit.calendarDays(30))
                                .on(it, at(item, CLERK));
                case CORRECT -> new Correct(given("m2")).on(it, at(item, APPLICANT));
                case SEND_BACK -> new SendBack("reason").on(it, at(item, CLERK));
                case START_STEP -> new StartStep("examine").on(it, at(item, OFFICER));
                case COMPLETE_STEP -> new CompleteStep("examine", null).on(it, at(item, OFFICER));
                case SUSPEND ->
                        new Suspend("EXPERT_REVIEW", "评审", 10, DEPARTMENT, null)
                                .on(it, at(item, OFFICER));
                case RESUME -> new Resume("s1").on(it, at(item, OFFICER));
                case REQUEST_SUPPLEMENT ->
                        new RequestSupplement(
                                        List.of(new CaseFact.Missing("m2", "", "附图不清")),
                                        TimeLimit.calendarDays(15))
                                .on(it, at(item, OFFICER));
                case CORRECT_ON_THE_SPOT ->
                        new CorrectOnTheSpot(given("m2")).on(it, at(item, APPLICANT));
                case GIVE_SUPPLEMENT -> new GiveSupplement(given("m2")).on(it, at(item, APPLICANT));
                case REQUEST_EXTENSION ->
                        new RequestExtension(TimeLimit.workingDays(10), "复杂")
                                .on(it, at(item, OFFICER));
                case EXTEND -> new Extend(null).on(it, at(item, CHIEF));
                case REFUSE_EXTENSION -> new RefuseExtension("不足").on(it, at(item, CHIEF));
                case CLAIM ->
                        new Claim().on(it, at(item, it.acceptance().isEmpty() ? CLERK : OFFICER));
                case ASSIGN -> passOn(AssignmentKind.ASSIGNED).on(it, at(item, CHIEF));
                case TRANSFER -> passOn(AssignmentKind.TRANSFERRED).on(it, at(item, OFFICER));
                case RELEASE -> new Release("休假").on(it, at(item, OFFICER));
                case RETURN_STEP -> new ReturnToStep("examine", "补充").on(it, at(item, CHIEF));
                case GIVE_OPINION ->
                        new GiveOpinion("符合", List.of(), Set.of()).on(it, at(item, OFFICER));
                case REQUEST_CO_SIGN ->
                        new RequestCoSign(
                                        "结论",
                                        List.of("he", "qin"),
                                        Quorum.ALL,
                                        Map.of("he", officer("he"), "qin", officer("qin")))
                                .on(it, at(item, OFFICER));
                case CO_SIGN -> new CoSign("s1", true, null).on(it, at(item, handler("he")));
                case CONSULT ->
                        new Consult(
                                        "431103-XF",
                                        Optional.of(new RegionCode("431103000000")),
                                        "消防条件",
                                        TimeLimit.workingDays(5),
                                        TimeLimit.workingDays(60),
                                        List.of(),
                                        Set.of())
                                .on(it, at(item, OFFICER));
                case ANSWER_CONSULTATION ->
                        new AnswerConsultation("s1", Position.AGREED, "同意")
                                .on(it, at(item, handler("xiang")));
                case LAPSE_CONSULTATION -> LapseConsultation.WHEN_DUE.on(it, at(item, CLERK));
                case WITHDRAW_CONSULTATION ->
                        new WithdrawConsultation("s1", "不再需要").on(it, at(item, OFFICER));
                case DECIDE -> new Decide(granting()).on(it, at(item, CHIEF));
                case DELIVER ->
                        new Deliver(CaseFact.DeliveryMethod.COUNTER, null).on(it, at(item, CLERK));
                case WITHDRAW -> new Withdraw(null).on(it, at(item, APPLICANT));
                case FULFIL_PROMISE -> new FulfilPromise(given("m3")).on(it, at(item, APPLICANT));
                case LAPSE_PROMISE -> LapsePromise.WHEN_DUE.on(it, at(item, CLERK));
                case CLOSE_SILENT -> CloseSilent.WHEN_DUE.on(it, at(item, CLERK));
                case REBASE ->
                        new Rebase(it.deadlines(CALENDARS, MONDAY), null).on(it, CALENDARS, MONDAY);
            };
        }
    }
}
