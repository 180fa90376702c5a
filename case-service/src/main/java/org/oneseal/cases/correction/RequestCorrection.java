package org.oneseal.cases.correction;

import static org.oneseal.platform.objection.Objection.of;

import java.util.ArrayList;
import java.util.List;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;
import org.oneseal.cases.items.ItemVersion;

/**
 * Tells everything that is missing, once.
 *
 * @param answerWithinDays calendar days
 */
public record RequestCorrection(List<CaseFact.Missing> missing, int answerWithinDays)
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
        if (missing.isEmpty()) objections.add(of("nothing-missing").at("/missing"));
        List<CaseFact.Missing> named = named(s.item(), objections);
        if (objections.any()) return objections.told();
        return it.with(
                List.of(
                        new CaseFact.CorrectionRequested(
                                s.stamp(),
                                s.nextId().get(),
                                named,
                                s.today().plusDays(answerWithinDays))),
                s);
    }

    /** By the names that the item gives; what it does not list may not be asked for. */
    private List<CaseFact.Missing> named(ItemVersion item, Objections objections) {
        List<CaseFact.Missing> named = new ArrayList<>();
        for (int i = 0; i < missing.size(); i++) {
            var asked = missing.get(i);
            var listed = item.material(asked.code());
            if (listed.isEmpty()) {
                objections.add(
                        of("material-not-listed", asked.code()).at("/missing/" + i + "/code"));
            } else {
                named.add(new CaseFact.Missing(asked.code(), listed.get().name(), asked.reason()));
            }
        }
        return named;
    }
}
