package org.oneseal.cases.review;

import static org.oneseal.platform.objection.Objection.of;

import java.util.List;
import java.util.Set;
import org.oneseal.cases.handling.Action;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseCommand;
import org.oneseal.cases.handling.HandlingFact.OpinionGiven;
import org.oneseal.cases.handling.Objections;
import org.oneseal.cases.handling.Outcome;
import org.oneseal.cases.handling.Situation;

/**
 * An opinion on the case (意见), with documents of the case where they bear it out.
 *
 * @param onFile documents that the case has
 */
public record GiveOpinion(String text, List<String> documents, Set<String> onFile)
        implements CaseCommand {

    @Override
    public Outcome on(Case it, Situation s) {
        var refusal = it.outOfTurn(Action.GIVE_OPINION);
        if (refusal != null) return refusal;
        var objections =
                new Objections()
                        .addAll(it.ownCase(s.by()))
                        .needed(text, "opinion-missing", "/text", null);
        unknown(documents, onFile, objections);
        if (objections.any()) return objections.told();
        return it.with(List.of(new OpinionGiven(s.stamp(), s.nextId().get(), text, documents)), s);
    }

    /** Only what the case has can go with what is said about it. */
    public static void unknown(List<String> documents, Set<String> onFile, Objections objections) {
        for (int i = 0; i < documents.size(); i++) {
            if (!onFile.contains(documents.get(i))) {
                objections.add(of("document-unknown", documents.get(i)).at("/documents/" + i));
            }
        }
    }
}
