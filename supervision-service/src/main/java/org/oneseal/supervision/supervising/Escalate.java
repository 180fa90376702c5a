package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.warning.Card;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.warning.Crossing;
import org.oneseal.supervision.warning.Measure;
import org.oneseal.supervision.warning.Origin;
import org.oneseal.supervision.watching.CaseHead;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws a red card where a yellow one was not answered by its feedback deadline. While an appeal is
 * being reviewed, no deadline runs.
 */
@Component
public class Escalate {

    private final CardDesk cards;
    private final Knowledge knowledge;
    private final Desk desk;

    Escalate(CardDesk cards, Files files, Knowledge knowledge) {
        this.cards = cards;
        this.knowledge = knowledge;
        this.desk = new Desk(cards, files);
    }

    /**
     * @return how many were looked at; fewer than the limit means there are no more
     */
    @Transactional
    public int escalate(Instant now, int limit) {
        knowledge.hold();
        List<CardDesk.Unanswered> unanswered = cards.unanswered(now, limit);
        if (unanswered.isEmpty()) return 0;
        CardRules rules = knowledge.rules();
        List<Draw> draws = new ArrayList<>();
        for (CardDesk.Unanswered card : unanswered) {
            rule(rules, card).map(rule -> draw(card, rule)).ifPresent(draws::add);
        }
        List<CaseHead> heads = unanswered.stream().map(c -> c.watch().head()).toList();
        Tally difference = new Tally();
        desk.issue(draws, knowledge.norms(heads), difference, now);
        cards.escalated(unanswered.stream().map(CardDesk.Unanswered::cardId).toList(), now);
        desk.count(difference);
        return unanswered.size();
    }

    private static Optional<CardRule> rule(CardRules rules, CardDesk.Unanswered card) {
        CaseHead head = card.watch().head();
        LocalDate day = LocalDate.ofInstant(card.issuedAt(), WorkCalendar.ZONE);
        return rules.of(card.kind(), head.region(), head.itemCode(), day).stream()
                .filter(r -> r.measure() == Measure.UNANSWERED)
                .filter(r -> rules.applies(r, card.watch()))
                .findFirst();
    }

    private static Draw draw(CardDesk.Unanswered card, CardRule rule) {
        Crossing crossing =
                new Crossing(
                        rule.code(),
                        rule.version(),
                        rule.colour(),
                        card.answerBy().plus(1, ChronoUnit.MICROS),
                        card.answerBy());
        return new Draw(
                card.watch(),
                crossing,
                rule,
                card.knownAt(),
                card.caseSequence(),
                new Draw.Cause(Origin.UNANSWERED, Card.SYSTEM, null, card.cardId()));
    }
}
