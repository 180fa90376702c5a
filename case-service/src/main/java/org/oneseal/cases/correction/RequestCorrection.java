package org.oneseal.cases.correction;

import static org.oneseal.platform.objection.Objection.of;

import java.time.LocalDate;
import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;
import org.oneseal.platform.worktime.TimeLimit;

/**
 * Tells everything that is missing, once.
 *
 * @param answerWithin counted from the next day; a last day of rest moves on
 */
public record RequestCorrection(List<CaseFact.Missing> missing, TimeLimit answerWithin)
        implements CaseCommand {

    private static final String ONE_NOTICE = "行政许可法 art. 32";

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.REQUEST_CORRECTION);
        if (refusal != null) return refusal;
        var late = it.answeredByLaw(s.calendars(), s.now());
        if (late != null) return late;
        var objections = new Objections().addAll(it.ownCase(s.by()));
        if (it.last(CaseFact.CorrectionRequested.class).isPresent()) {
            objections.add(of("correction-only-once").withGround(ONE_NOTICE));
        }
        List<CaseFact.Missing> named = Supplements.named(missing, s.item(), objections);
        if (objections.any()) return objections.told();
        return it.with(
                List.of(
                        new CaseFact.CorrectionRequested(
                                s.stamp(), s.nextId().get(), named, answerBy(it, s), answerWithin)),
                s);
    }

    private LocalDate answerBy(Case it, Situation s) {
        return s.calendars().of(it.header().region()).due(s.now(), answerWithin).day();
    }
}
