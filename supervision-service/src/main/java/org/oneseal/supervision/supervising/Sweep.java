package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.warning.Colour;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.watching.CaseHead;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws the cards of watches that reach a threshold, a batch at a time, the gravest colour first.
 * It costs what crosses, not what is open; replicas share the work row by row.
 */
@Component
public class Sweep {

    private final Files files;
    private final Knowledge knowledge;
    private final Desk desk;

    Sweep(Files files, CardDesk cards, Knowledge knowledge) {
        this.files = files;
        this.knowledge = knowledge;
        this.desk = new Desk(cards, files);
    }

    /**
     * Sweeps one batch of watches whose next card has that colour.
     *
     * @return how many watches were looked at; fewer than the limit means there are no more
     */
    @Transactional
    public int sweep(Colour colour, Instant now, int limit) {
        return sweep(colour, now, null, limit).watches();
    }

    /**
     * What a batch came to.
     *
     * @param watches looked at
     * @param last where the next batch goes on, null if there is none
     */
    public record Swept(int watches, Files.@Nullable Mark last) {}

    /**
     * Sweeps one batch behind a mark: what was swept a moment ago leaves traces in the index that
     * each further batch would step over.
     */
    @Transactional
    public Swept sweep(Colour colour, Instant now, Files.@Nullable Mark after, int limit) {
        knowledge.hold();
        List<Kept> crossing = files.crossing(colour, now, after, limit);
        if (crossing.isEmpty()) return new Swept(0, null);
        Kept last = crossing.getLast();
        Instant at = last.nextCrossingAt();
        CardRules rules = knowledge.rules();
        List<CaseHead> heads = crossing.stream().map(k -> k.watch().head()).toList();
        List<Draw> draws = new ArrayList<>();
        List<Kept> swept = new ArrayList<>();
        for (Kept kept : crossing) {
            List<Crossing> due = kept.due(now);
            for (Crossing c : due) {
                CardRule rule = rules.version(c.rule(), c.ruleVersion());
                if (rule == null) throw new IllegalStateException("unknown rule " + c.rule());
                draws.add(new Draw(kept.watch(), c, rule, kept.knownAt(), kept.caseSequence()));
            }
            swept.add(kept.drawn(due));
        }
        files.saveDrawn(swept);
        Tally difference = new Tally();
        desk.issue(draws, knowledge.norms(heads), difference, now);
        desk.count(difference);
        return new Swept(
                crossing.size(), at == null ? null : new Files.Mark(at, last.watch().id()));
    }

    /** Frees the watches of feeds that were silent since then, so that they are judged. */
    @Transactional
    public int release(Instant silentSince) {
        return files.release(silentSince);
    }
}
