package org.oneseal.notification.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.oneseal.notification.inbox.FurtherChannel;
import org.oneseal.notification.inbox.Message;
import org.oneseal.notification.inbox.Recipient;
import org.oneseal.notification.inbox.Text;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.protection.FieldCipher;
import org.springframework.stereotype.Component;

/** Messages that were put into an inbox go by e-mail too, if their reader had asked for it then. */
@Component
class QueueEmails implements FurtherChannel {

    private final EmailConsents consents;
    private final Emails emails;
    private final FieldCipher cipher;
    private final Json json;
    private final MailSettings settings;

    QueueEmails(
            EmailConsents consents,
            Emails emails,
            FieldCipher cipher,
            Json json,
            MailSettings settings) {
        this.consents = consents;
        this.emails = emails;
        this.cipher = cipher;
        this.json = json;
        this.settings = settings;
    }

    @Override
    public void send(List<Message> messages, Instant now) {
        if (!settings.on()) return;
        Map<String, Message> byId = new HashMap<>();
        for (Message message : messages) {
            if (message.recipient() instanceof Recipient.Party) byId.put(message.id(), message);
        }
        if (byId.isEmpty()) return;
        Map<String, EmailConsent> wanted = new HashMap<>();
        consents.confirmed(byId.values().stream().map(QueueEmails::party).distinct().toList())
                .forEach(consent -> wanted.put(consent.party(), consent));
        List<Emails.Email> queued = new ArrayList<>();
        for (Message message : byId.values()) {
            EmailConsent consent = wanted.get(party(message));
            if (consent == null || isOlder(message, consent)) continue;
            queued.add(
                    email(
                            message.id(),
                            consent.party(),
                            Emails.Purpose.MESSAGE,
                            message.region().value(),
                            consent.language().equals("en")
                                    ? message.english()
                                    : message.chinese()));
        }
        emails.add(queued, now);
    }

    /** A rebuild makes old messages anew; they are not sent to who asked only later. */
    private static boolean isOlder(Message message, EmailConsent consent) {
        Instant confirmedAt = consent.confirmedAt();
        return confirmedAt == null || message.createdAt().isBefore(confirmedAt);
    }

    Emails.Email email(String id, String party, Emails.Purpose purpose, String region, Text text) {
        return new Emails.Email(
                id, party, purpose, region, cipher.encrypt(json.write(text), place(id)), 0, "");
    }

    static String place(String id) {
        return "email/" + id + "/content";
    }

    private static String party(Message message) {
        return message.recipient() instanceof Recipient.Party(var id) ? id : "";
    }
}
