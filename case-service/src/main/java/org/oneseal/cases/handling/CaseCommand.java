package org.oneseal.cases.handling;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * What somebody asks to be done to a case that exists. A decision is asked of {@link DecideCase}.
 */
public sealed interface CaseCommand {

    record Accept() implements CaseCommand {}

    record RefuseAcceptance(String ground, String reason, @Nullable String rightBody)
            implements CaseCommand {}

    record RequestCorrection(List<CaseFact.Missing> missing, int answerWithinDays)
            implements CaseCommand {}

    record Correct(List<CaseFact.Material> materials) implements CaseCommand {}

    record SendBack(String reason) implements CaseCommand {}

    record StartStep(String step) implements CaseCommand {}

    record CompleteStep(String step, @Nullable String opinion) implements CaseCommand {}

    record Suspend(String kind, String reason, int announcedDays, String commissionedBy)
            implements CaseCommand {}

    record Resume(String procedureId) implements CaseCommand {}

    record Extend(TimeLimit by, String reason) implements CaseCommand {}

    record Deliver(CaseFact.DeliveryMethod method, @Nullable String courierNumber)
            implements CaseCommand {}

    record Withdraw(@Nullable String reason) implements CaseCommand {}
}
