package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.Dossier;
import org.oneseal.supervision.watching.Norms;
import org.oneseal.supervision.watching.Watch;

/**
 * A case of the past lived through again under given rules, each fact known when it really became
 * known. Pure: draws nothing, tells what would be drawn.
 */
public final class Replay {

    private final Norms norms;
    private final CardRules rules;

    public Replay(Norms norms, CardRules rules) {
        this.norms = norms;
        this.rules = rules;
    }

    /** A card that would stand. */
    public record Drawn(Watch watch, Crossing crossing) {}

    /** All cards of the case by that instant, in the order of their thresholds. */
    public List<Drawn> cards(Dossier dossier, Instant now) {
        Examination examination = new Examination(norms, rules, null, List.of());
        dossier.facts().stream()
                .sorted(Comparator.comparing((CaseFact f) -> f.told().sequence()))
                .map(fact -> new News(dossier.head(), fact))
                .forEach(news -> examination.take(news, news.feed(norms)));
        List<Drawn> drawn = new ArrayList<>();
        examination.draws().forEach(d -> drawn.add(new Drawn(d.watch(), d.crossing())));
        for (Kept kept : examination.watches()) {
            kept.due(now).forEach(c -> drawn.add(new Drawn(kept.watch(), c)));
        }
        drawn.sort(Comparator.comparing(d -> d.crossing().at()));
        return drawn;
    }
}
