package org.oneseal.cases.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.CaseFact.RefusalCause;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/**
 * Not taken up (不予受理), with ground and reason.
 *
 * @param rightBody to whom the applicant should go instead; must be told where another body is
 *     competent
 */
public record RefuseAcceptance(
        String ground, String reason, @Nullable String rightBody, @Nullable RefusalCause cause)
        implements CaseCommand {

    private static final String COMPETENCE = "行政许可法 art. 32";

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.REFUSE_ACCEPTANCE);
        if (refusal != null) return refusal;
        var late = it.answeredByLaw(s.calendars(), s.now());
        if (late != null) return late;
        var objections =
                new Objections()
                        .addAll(it.ownCase(s.by()))
                        .needed(ground, "ground-missing", "/ground", Objections.REASONS)
                        .needed(reason, "reason-missing", "/reason", Objections.REASONS);
        if (cause == RefusalCause.NOT_COMPETENT) {
            objections.needed(rightBody, "right-body-missing", "/rightBody", COMPETENCE);
        }
        if (objections.any()) return objections.told();
        return it.with(
                List.of(
                        new CaseFact.AcceptanceRefused(
                                s.stamp(), ground, reason, rightBody, cause)),
                s);
    }
}
