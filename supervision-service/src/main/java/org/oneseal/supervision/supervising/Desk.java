package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.watching.Norms;

/** What taking facts, the sweep and re-examination have in common: issuing what they found due. */
final class Desk {

    private final CardDesk cards;
    private final Files files;

    Desk(CardDesk cards, Files files) {
        this.cards = cards;
        this.files = files;
    }

    /** Cards of one version of a rule and one region have the same times. */
    private record Office(RegionCode region, String rule, int version) {}

    /** Draws the cards and counts each that is issued on the day of its threshold. */
    int issue(List<Draw> draws, Norms norms, Tally difference, Instant now) {
        if (draws.isEmpty()) return 0;
        Map<String, Deadlines.Times> times = new HashMap<>();
        Map<Office, Deadlines.Times> reckoned = new HashMap<>();
        for (Draw draw : draws) {
            CardRule rule = draw.rule();
            RegionCode region = draw.watch().head().region();
            times.put(
                    draw.cardId(),
                    reckoned.computeIfAbsent(
                            new Office(region, rule.code(), rule.version()),
                            _ -> Deadlines.of(norms, region, rule, now)));
        }
        List<CardDesk.Issued> issued = cards.issue(draws, times, now);
        count(issued, difference);
        return issued.size();
    }

    static void count(List<CardDesk.Issued> issued, Tally difference) {
        for (CardDesk.Issued card : issued) {
            difference.add(card.cell(), Counter.drawn(card.colour().name()), 1);
        }
    }

    /** Proposes the revocation of cards that the facts no longer support, and the reverse. */
    void reconsider(Collection<Examination> examinations, Instant now) {
        Map<String, Examination> byWatch = new HashMap<>();
        for (Examination examination : examinations) {
            examination.carded().forEach(watchId -> byWatch.put(watchId, examination));
        }
        if (byWatch.isEmpty()) return;
        List<CardDesk.Proposal> proposals = new ArrayList<>();
        cards.standing(byWatch.keySet())
                .forEach(
                        (watchId, standing) -> {
                            Examination examination = byWatch.get(watchId);
                            if (examination == null) return;
                            var supported = examination.supported(watchId, now);
                            for (CardDesk.Standing card : standing) {
                                boolean doubtful = !supported.contains(card.colour());
                                if (doubtful != card.proposed()) {
                                    proposals.add(
                                            new CardDesk.Proposal(
                                                    card.cardId(), doubtful ? "LATE_FACT" : null));
                                }
                            }
                        });
        if (!proposals.isEmpty()) cards.propose(proposals, now);
    }

    void count(Tally difference) {
        if (!difference.isEmpty()) files.add(difference);
    }
}
