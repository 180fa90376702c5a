package org.oneseal.supervision.supervising;

import org.oneseal.supervision.events.CardAcknowledged;
import org.oneseal.supervision.events.CardAppealed;
import org.oneseal.supervision.events.CardClosed;
import org.oneseal.supervision.events.CardDismissed;
import org.oneseal.supervision.events.CardRectified;
import org.oneseal.supervision.events.CardRef;
import org.oneseal.supervision.events.CardRevoked;
import org.oneseal.supervision.events.CardUpheld;
import org.oneseal.supervision.events.SupervisionEvent;
import org.oneseal.supervision.warning.CardCommand;

/** What is told of an action on a card. */
final class CardNews {

    private CardNews() {}

    static SupervisionEvent of(CardRef ref, CardCommand command) {
        String reason = command.reason() == null ? "" : command.reason();
        return switch (command.action()) {
            case ISSUE -> throw new IllegalArgumentException("issuing tells the whole card");
            case DISMISS -> new CardDismissed(ref, command.actor(), reason);
            case ACKNOWLEDGE -> new CardAcknowledged(ref, command.actor());
            case RECTIFY -> new CardRectified(ref, command.actor(), reason);
            case APPEAL -> new CardAppealed(ref, command.actor(), reason);
            case UPHOLD -> new CardUpheld(ref, command.actor(), reason);
            case REVOKE -> new CardRevoked(ref, command.actor(), reason, command.cause());
            case CLOSE -> new CardClosed(ref, command.actor());
        };
    }
}
