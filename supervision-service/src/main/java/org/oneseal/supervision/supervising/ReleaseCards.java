package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.platform.journal.Actor;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.warning.Card;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.watching.Norms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Issues the cards that were held until the office opened. */
@Component
public class ReleaseCards {

    private static final Actor SUPERVISION = Actor.system("supervision");

    private final CardDesk cards;
    private final Files files;
    private final Knowledge knowledge;

    ReleaseCards(CardDesk cards, Files files, Knowledge knowledge) {
        this.cards = cards;
        this.files = files;
        this.knowledge = knowledge;
    }

    /**
     * @return how many were looked at; fewer than the limit means there are no more
     */
    @Transactional
    public int release(Instant now, int limit) {
        knowledge.hold();
        List<CardDesk.Held> held = cards.opened(now, limit);
        if (held.isEmpty()) return 0;
        CardRules rules = knowledge.rules();
        Norms norms = knowledge.norms(held.stream().map(h -> h.watch().head()).toList());
        Map<String, Deadlines.Times> times = new HashMap<>();
        for (CardDesk.Held card : held) {
            CardRule rule = rules.version(card.ruleCode(), card.ruleVersion());
            if (rule == null) throw new IllegalStateException("unknown rule " + card.ruleCode());
            times.put(card.cardId(), Deadlines.of(norms, card.watch().head().region(), rule, now));
        }
        Tally difference = new Tally();
        Desk.count(cards.release(times, Card.SYSTEM, SUPERVISION, now), difference);
        if (!difference.isEmpty()) files.add(difference);
        return held.size();
    }
}
