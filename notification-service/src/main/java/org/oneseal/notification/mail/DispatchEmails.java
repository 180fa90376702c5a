package org.oneseal.notification.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.oneseal.notification.events.DeliveryFailed;
import org.oneseal.notification.events.MessageDelivered;
import org.oneseal.notification.events.NotificationEvent;
import org.oneseal.notification.inbox.Messages;
import org.oneseal.notification.inbox.Text;
import org.oneseal.notification.retrying.RetrySchedules;
import org.oneseal.platform.messaging.Announcement;
import org.oneseal.platform.messaging.Announcements;
import org.oneseal.platform.persistence.Json;
import org.oneseal.platform.protection.FieldCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One round of posting. Any number of replicas may post at once; each e-mail is one's at a time.
 */
@Component
public class DispatchEmails {

    private static final Logger log = LoggerFactory.getLogger(DispatchEmails.class);
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final int BATCH = 10;

    private final Emails emails;
    private final EmailConsents consents;
    private final Messages messages;
    private final PostOffice postOffice;
    private final RetrySchedules schedules;
    private final FieldCipher cipher;
    private final Json json;
    private final Announcements announcements;
    private final TransactionTemplate transactions;
    private final MailSettings settings;
    private final InstantSource time;

    DispatchEmails(
            Emails emails,
            EmailConsents consents,
            Messages messages,
            PostOffice postOffice,
            RetrySchedules schedules,
            FieldCipher cipher,
            Json json,
            Announcements announcements,
            TransactionTemplate transactions,
            MailSettings settings,
            InstantSource time) {
        this.emails = emails;
        this.consents = consents;
        this.messages = messages;
        this.postOffice = postOffice;
        this.schedules = schedules;
        this.cipher = cipher;
        this.json = json;
        this.announcements = announcements;
        this.transactions = transactions;
        this.settings = settings;
        this.time = time;
    }

    /** Posts what is due. */
    public void dispatch() {
        if (!settings.on()) return;
        List<Emails.Email> claimed = List.of();
        do {
            Instant now = time.instant();
            claimed = emails.claim(BATCH, now, now.plus(LEASE));
            claimed.forEach(this::post);
        } while (claimed.size() == BATCH);
    }

    private void post(Emails.Email email) {
        Optional<EmailConsent> consent = consents.of(email.party()).filter(c -> fits(c, email));
        String address = consent.map(EmailConsent::address).orElse(null);
        if (address == null) {
            emails.settle(email, Emails.End.DROPPED, "no longer wanted", time.instant());
            return;
        }
        Text text =
                json.read(
                        cipher.decrypt(email.content(), QueueEmails.place(email.id())), Text.class);
        PostOffice.Receipt receipt =
                postOffice.post(
                        email.id(),
                        cipher.decrypt(address, EmailConsent.place(email.party())),
                        text);
        Instant now = time.instant();
        switch (receipt) {
            case PostOffice.Receipt.Taken _ -> sent(email, now);
            case PostOffice.Receipt.Never(var reason) -> failed(email, "permanent", reason, now);
            case PostOffice.Receipt.NotNow(var reason) -> again(email, reason, now);
        }
    }

    private static boolean fits(EmailConsent consent, Emails.Email email) {
        return switch (email.purpose()) {
            case MESSAGE -> consent.state() == EmailConsent.State.CONFIRMED;
            case CONFIRMATION -> consent.state() == EmailConsent.State.REQUESTED;
        };
    }

    private void sent(Emails.Email email, Instant now) {
        transactions.executeWithoutResult(
                _ -> {
                    if (!emails.settle(email, Emails.End.SENT, "taken", now)) return;
                    if (email.purpose() != Emails.Purpose.MESSAGE) return;
                    messages.origin(email.id())
                            .ifPresent(
                                    origin ->
                                            announce(
                                                    email,
                                                    new MessageDelivered(
                                                            email.id(),
                                                            origin.kind(),
                                                            origin.cause(),
                                                            origin.caseId(),
                                                            "PARTY",
                                                            email.party(),
                                                            null,
                                                            List.of(),
                                                            "EMAIL",
                                                            now),
                                                    now));
                });
    }

    private void again(Emails.Email email, String reason, Instant now) {
        Optional<Duration> wait =
                schedules.of("EMAIL").after(email.attempts() + 1, ThreadLocalRandom.current());
        if (wait.isEmpty()) {
            failed(email, "exhausted", reason, now);
            return;
        }
        log.info("E-mail {}: {}, again later", email.id(), reason);
        emails.postpone(email, reason, now.plus(wait.get()), now);
    }

    private void failed(Emails.Email email, String why, String reason, Instant now) {
        log.warn("E-mail {}: {}, given up", email.id(), reason);
        transactions.executeWithoutResult(
                _ -> {
                    if (!emails.settle(email, Emails.End.FAILED, reason, now)) return;
                    if (email.purpose() != Emails.Purpose.MESSAGE) return;
                    announce(
                            email,
                            new DeliveryFailed(email.id(), email.party(), "EMAIL", why, now),
                            now);
                });
    }

    private void announce(Emails.Email email, NotificationEvent event, Instant now) {
        announcements.announce(
                List.of(
                        new Announcement(
                                "oneseal.notification.v1",
                                email.id(),
                                event.type(),
                                email.id(),
                                2,
                                now,
                                email.region(),
                                null,
                                event)));
    }
}
