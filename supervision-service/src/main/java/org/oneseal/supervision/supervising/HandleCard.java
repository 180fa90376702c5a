package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.oneseal.platform.worktime.WorkCalendar;
import org.oneseal.supervision.events.SupervisionEvent;
import org.oneseal.supervision.measuring.Counter;
import org.oneseal.supervision.measuring.Tally;
import org.oneseal.supervision.warning.Card;
import org.oneseal.supervision.warning.CardAction;
import org.oneseal.supervision.warning.CardCommand;
import org.oneseal.supervision.warning.CardRule;
import org.oneseal.supervision.watching.Norms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does to a card what a person asks for, from issuing one that was held to closing it. */
@Component
public class HandleCard {

    private final Cards cards;
    private final CardDesk desk;
    private final Files files;
    private final Knowledge knowledge;
    private final Journal journal;

    HandleCard(Cards cards, CardDesk desk, Files files, Knowledge knowledge, Journal journal) {
        this.cards = cards;
        this.desk = desk;
        this.files = files;
        this.knowledge = knowledge;
        this.journal = journal;
    }

    /**
     * What became of the command, with the card's version after it.
     *
     * @param held whether cards that are not issued are seen
     * @throws NotFound outside the scope
     * @throws StaleVersion if the card is not at the expected version
     */
    @Transactional
    public Handled handle(
            String id,
            Register.Sight sight,
            long expected,
            CardCommand command,
            Actor actor,
            Instant now) {
        Cards.Filed filed =
                cards.find(id, sight.scope())
                        .filter(f -> sight.held() || f.card().state().isIssued())
                        .orElseThrow(() -> new NotFound("card", id));
        if (filed.chain().sequence() != expected) throw new StaleVersion(id, expected);
        Card.Outcome outcome = filed.card().handle(command, now);
        return switch (outcome) {
            case Card.Objected objected -> new Handled(objected, expected);
            case Card.Moved moved ->
                    command.action() == CardAction.ISSUE
                            ? issue(filed, moved, actor, now)
                            : move(filed, moved, command, actor, now);
        };
    }

    /** A card that was held is announced as if it were drawn now. */
    private Handled issue(Cards.Filed filed, Card.Moved moved, Actor actor, Instant now) {
        Norms norms = norms(filed);
        CardRule rule = rule(filed);
        if (rule == null) throw new IllegalStateException("unknown rule " + filed.ruleCode());
        Deadlines.Times times = Deadlines.of(norms, region(filed), rule, now);
        List<CardDesk.Issued> issued =
                desk.release(Map.of(filed.card().id(), times), moved.card().issuer(), actor, now);
        if (issued.isEmpty()) throw new StaleVersion(filed.card().id(), 0);
        Tally difference = new Tally();
        Desk.count(issued, difference);
        files.add(difference);
        return new Handled(moved, 1);
    }

    private Handled move(
            Cards.Filed filed, Card.Moved moved, CardCommand command, Actor actor, Instant now) {
        SupervisionEvent event = CardNews.of(filed.ref(), command);
        Chain chain =
                journal.append(
                        filed.chain(),
                        actor,
                        List.of(new Happening(event.type(), now, filed.placement(), event)));
        Cards.Change change =
                new Cards.Change(
                        filed,
                        moved.card(),
                        command,
                        chain,
                        later(filed, command, CardAction.UPHOLD, now),
                        later(filed, command, CardAction.APPEAL, now));
        if (cards.save(List.of(change), now) != 1) {
            throw new StaleVersion(filed.card().id(), filed.chain().sequence());
        }
        if (command.action() == CardAction.REVOKE) revoked(List.of(filed), now);
        return new Handled(moved, chain.sequence());
    }

    /** Counts what was taken back, and doubts the cards that rested on it. */
    void revoked(List<Cards.Filed> taken, Instant now) {
        Tally difference = new Tally();
        for (Cards.Filed card : taken) {
            difference.add(card.cell(), Counter.revoked(card.card().colour().name()), 1);
            List<CardDesk.Proposal> doubts =
                    desk.standingOn(card.card().id()).stream()
                            .map(child -> new CardDesk.Proposal(child, "BASE_REVOKED"))
                            .toList();
            if (!doubts.isEmpty()) desk.propose(doubts, now);
        }
        if (!difference.isEmpty()) files.add(difference);
    }

    /** A deadline that begins with the action; null if it is another action. */
    private @Nullable Instant later(
            Cards.Filed filed, CardCommand command, CardAction action, Instant now) {
        CardRule rule = command.action() == action ? rule(filed) : null;
        if (rule == null) return null;
        WorkCalendar calendar = norms(filed).calendar(region(filed)).orElse(null);
        int days = action == CardAction.APPEAL ? rule.terms().review() : rule.terms().feedback();
        return Deadlines.after(calendar, days, now);
    }

    private @Nullable CardRule rule(Cards.Filed filed) {
        return knowledge.rules().version(filed.ruleCode(), filed.ruleVersion());
    }

    private Norms norms(Cards.Filed filed) {
        return knowledge.norms(region(filed));
    }

    private static RegionCode region(Cards.Filed filed) {
        return new RegionCode(filed.placement().region());
    }

    public record Handled(Card.Outcome outcome, long version) {}
}
