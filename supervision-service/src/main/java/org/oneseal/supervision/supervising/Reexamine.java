package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.oneseal.supervision.measuring.Tallier;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.Norms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Derives watches again whose calendar or item changed: a decree moves open cases by itself. */
@Component
public class Reexamine {

    private final Files files;
    private final Knowledge knowledge;
    private final Desk desk;

    Reexamine(Files files, CardDesk cards, Knowledge knowledge) {
        this.files = files;
        this.knowledge = knowledge;
        this.desk = new Desk(cards, files);
    }

    /**
     * @return how many cases were looked at; fewer than the limit means there are no more
     */
    @Transactional
    public int reexamine(Instant now, int limit) {
        knowledge.hold();
        List<String> caseIds = files.staleCases(limit);
        if (caseIds.isEmpty()) return 0;
        Map<String, Filed> filed = files.dossiers(caseIds);
        Map<String, List<Kept>> kept = files.watches(caseIds);
        List<CaseHead> heads = filed.values().stream().map(f -> f.dossier().head()).toList();
        Norms norms = knowledge.norms(heads);
        CardRules rules = knowledge.rules();
        Tallier tallier = new Tallier(norms);
        Tally difference = new Tally();
        List<Filed> dossiers = new ArrayList<>();
        List<Kept> watches = new ArrayList<>();
        List<Draw> draws = new ArrayList<>();
        List<Examination> examinations = new ArrayList<>();
        filed.forEach(
                (caseId, old) -> {
                    Examination examination =
                            new Examination(
                                    norms,
                                    rules,
                                    old.dossier(),
                                    kept.getOrDefault(caseId, List.of()));
                    examination.reexamine(now);
                    Dossier dossier = old.dossier();
                    Tally tally = tallier.tally(dossier);
                    difference.add(tally).subtract(old.tally());
                    dossiers.add(new Filed(dossier, tally));
                    watches.addAll(examination.watches());
                    draws.addAll(examination.draws());
                    examinations.add(examination);
                });
        files.save(dossiers, watches);
        desk.issue(draws, norms, difference, now);
        // Cards are locked before sums, as wherever both are.
        desk.reconsider(examinations, now);
        desk.count(difference);
        return caseIds.size();
    }
}
