package org.oneseal.notification.messaging;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.oneseal.notification.inbox.MessageKind;
import org.oneseal.notification.inbox.Messages;
import org.oneseal.notification.inbox.Occasion;
import org.oneseal.notification.inbox.Recipient;
import org.oneseal.notification.inbox.SendMessages;
import org.oneseal.platform.messaging.IncomingEvent;
import org.oneseal.platform.messaging.Subscription;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;

/** A card is told to the officers it names, in the department in charge. */
@Component
class CardEvents implements Subscription {

    private final SendMessages sendMessages;
    private final Messages messages;

    CardEvents(SendMessages sendMessages, Messages messages) {
        this.sendMessages = sendMessages;
        this.messages = messages;
    }

    @Override
    public String name() {
        return "notification-cards";
    }

    @Override
    public String topic() {
        return "oneseal.supervision.v1";
    }

    @Override
    public void handle(List<IncomingEvent> events) {
        List<Occasion> occasions = new ArrayList<>();
        for (IncomingEvent event : events) {
            if (!event.type().equals("org.oneseal.supervision.card-issued")) continue;
            FromSupervision card = event.as(FromSupervision.class);
            List<String> roles = card.recipients();
            String department = card.department() == null ? event.department() : card.department();
            if (department == null || roles == null || roles.isEmpty()) continue;
            occasions.add(occasion(card, event, department, roles));
        }
        sendMessages.send(occasions);
    }

    @Override
    public void reset() {
        messages.clear(Set.of(MessageKind.CARD_ISSUED));
    }

    private static Occasion occasion(
            FromSupervision card, IncomingEvent event, String department, List<String> roles) {
        FromSupervision.Rule rule = card.rule();
        Phrases phrases =
                new Phrases()
                        .put("caseNumber", card.caseNumber())
                        .put("itemName", card.itemName())
                        .day("date", event.time())
                        .word("colour", card.colour())
                        .put("rule", rule == null ? null : rule.code())
                        .put("ground", rule == null ? null : rule.ground())
                        .moment("threshold", card.threshold())
                        .moment("due", card.due());
        return new Occasion(
                MessageKind.CARD_ISSUED,
                event.id(),
                event.recordedAt(),
                new RegionCode(Objects.requireNonNull(event.region(), "an event without region")),
                card.caseId(),
                new Recipient.Officers(
                        department,
                        roles.stream()
                                .map(role -> role.toLowerCase(Locale.ROOT).replace('_', '-'))
                                .toList()),
                phrases.chinese(),
                phrases.english());
    }
}
