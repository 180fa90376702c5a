package org.oneseal.supervision.supervising;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.oneseal.supervision.measuring.Tallier;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.watching.Dossier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts cases again after a registration of a department's system that came later than they did.
 * Watches and cards do not rest on it and stay.
 */
@Component
public class CountAgain {

    private final Files files;
    private final Knowledge knowledge;

    CountAgain(Files files, Knowledge knowledge) {
        this.files = files;
        this.knowledge = knowledge;
    }

    /**
     * @return how many cases were counted
     */
    @Transactional
    public int count(int limit) {
        knowledge.hold();
        List<String> cases = files.uncounted(limit);
        if (cases.isEmpty()) return 0;
        Map<String, Filed> filed = files.dossiers(cases);
        Tallier tallier =
                new Tallier(
                        knowledge.norms(
                                filed.values().stream().map(f -> f.dossier().head()).toList()));
        Tally difference = new Tally();
        List<Filed> counted = new ArrayList<>();
        for (Filed old : filed.values()) {
            Dossier dossier = old.dossier();
            Tally tally = tallier.tally(dossier);
            difference.add(tally).subtract(old.tally());
            counted.add(new Filed(dossier, tally));
        }
        files.save(counted, List.of());
        files.add(difference);
        return cases.size();
    }
}
