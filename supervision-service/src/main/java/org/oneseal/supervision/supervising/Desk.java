package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.platform.worktime.UnknownYear;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.Tallier;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.watching.Norms;

/** What taking facts, the sweep and re-examination have in common: issuing what they found due. */
final class Desk {

    /** Three working days to appeal. */
    private static final int APPEAL_DAYS = 3;

    private final CardDesk cards;
    private final Files files;

    Desk(CardDesk cards, Files files) {
        this.cards = cards;
        this.files = files;
    }

    /** Issues the cards and counts each on the day of its threshold. */
    int issue(List<Draw> draws, Norms norms, Tally difference, Instant now) {
        if (draws.isEmpty()) return 0;
        Map<String, Instant> appealUntil = new HashMap<>();
        for (Draw draw : draws) {
            difference.add(
                    Tallier.cell(draw.watch().head(), draw.crossing().at()),
                    switch (draw.crossing().colour()) {
                        case BLUE -> Counter.CARDS_BLUE;
                        case YELLOW -> Counter.CARDS_YELLOW;
                        case RED -> Counter.CARDS_RED;
                    },
                    1);
            appealUntil.put(draw.cardId(), appealUntil(norms, draw, now));
        }
        return cards.issue(draws, appealUntil, now);
    }

    /** Proposes the revocation of cards that the facts no longer support, and the reverse. */
    void reconsider(Collection<Examination> examinations, Instant now) {
        Map<String, Examination> byWatch = new HashMap<>();
        for (Examination examination : examinations) {
            for (Kept kept : examination.watches()) {
                if (kept.standing() != null) byWatch.put(kept.watch().id(), examination);
            }
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

    private static Instant appealUntil(Norms norms, Draw draw, Instant now) {
        WorkCalendar calendar = norms.calendar(draw.watch().head().region()).orElse(null);
        if (calendar != null) {
            try {
                LocalDate today = LocalDate.ofInstant(now, WorkCalendar.ZONE);
                return calendar.closeOf(calendar.plusWorkdays(today, APPEAL_DAYS));
            } catch (UnknownYear e) {
                // counted below in calendar days, which are never fewer
            }
        }
        return now.plus(2L * APPEAL_DAYS, ChronoUnit.DAYS);
    }
}
