package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.List;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.oneseal.supervision.events.CardAcknowledged;
import org.oneseal.supervision.events.CardAppealed;
import org.oneseal.supervision.events.CardClosed;
import org.oneseal.supervision.events.CardRectified;
import org.oneseal.supervision.events.CardRef;
import org.oneseal.supervision.events.CardRevoked;
import org.oneseal.supervision.events.CardUpheld;
import org.oneseal.supervision.events.SupervisionEvent;
import org.oneseal.supervision.warning.Card;
import org.oneseal.supervision.warning.CardCommand;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does to a card what a person asks for: acknowledge, rectify, appeal, uphold, revoke, close. */
@Component
public class HandleCard {

    private final Cards cards;
    private final Journal journal;

    HandleCard(Cards cards, Journal journal) {
        this.cards = cards;
        this.journal = journal;
    }

    /**
     * What became of the command, with the card's version after it.
     *
     * @throws NotFound outside the scope
     * @throws StaleVersion if the card is not at the expected version
     */
    @Transactional
    public Handled handle(
            String id, Scope scope, long expected, CardCommand command, Actor actor, Instant now) {
        Cards.Filed filed = cards.find(id, scope).orElseThrow(() -> new NotFound("card", id));
        if (filed.chain().sequence() != expected) throw new StaleVersion(id, expected);
        Card.Outcome outcome = filed.card().handle(command, now);
        return switch (outcome) {
            case Card.Objected objected -> new Handled(objected, expected);
            case Card.Moved moved -> {
                SupervisionEvent event = event(filed.ref(), command);
                Chain chain =
                        journal.append(
                                filed.chain(),
                                actor,
                                List.of(
                                        new Happening(
                                                event.type(), now, filed.placement(), event)));
                if (!cards.save(filed, moved.card(), command, chain, now)) {
                    throw new StaleVersion(id, expected);
                }
                yield new Handled(moved, chain.sequence());
            }
        };
    }

    private static SupervisionEvent event(CardRef ref, CardCommand command) {
        String reason = command.reason() == null ? "" : command.reason();
        return switch (command.action()) {
            case ACKNOWLEDGE -> new CardAcknowledged(ref, command.actor());
            case RECTIFY -> new CardRectified(ref, command.actor(), reason);
            case APPEAL -> new CardAppealed(ref, command.actor(), reason);
            case UPHOLD -> new CardUpheld(ref, command.actor(), reason);
            case REVOKE -> new CardRevoked(ref, command.actor(), reason, command.cause());
            case CLOSE -> new CardClosed(ref, command.actor());
        };
    }

    public record Handled(Card.Outcome outcome, long version) {}
}
