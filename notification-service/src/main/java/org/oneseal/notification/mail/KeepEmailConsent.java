package org.oneseal.notification.mail;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.oneseal.notification.events.ConsentGiven;
import org.oneseal.notification.events.ConsentWithdrawn;
import org.oneseal.notification.events.NotificationEvent;
import org.oneseal.notification.inbox.MessageKind;
import org.oneseal.notification.inbox.Template;
import org.oneseal.notification.inbox.Templates;
import org.oneseal.notification.inbox.Text;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.messaging.Announcement;
import org.oneseal.platform.messaging.Announcements;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.protection.BlindIndex;
import org.oneseal.platform.protection.FieldCipher;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person asks for e-mail, proves the address, and gives it up again. */
@Component
public class KeepEmailConsent {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration CODE_LIFE = Duration.ofMinutes(30);
    private static final int TRIES = 5;
    private static final int REQUESTS_A_DAY = 5;

    /** What it comes to. */
    public sealed interface Outcome {

        record Kept(EmailConsent consent) implements Outcome {}

        /** Not done, with every reason. */
        record Objected(List<Objection> objections) implements Outcome {
            public Objected {
                objections = List.copyOf(objections);
            }
        }
    }

    private final EmailConsents consents;
    private final Emails emails;
    private final QueueEmails queueEmails;
    private final Templates templates;
    private final FieldCipher cipher;
    private final BlindIndex index;
    private final Announcements announcements;
    private final MailSettings settings;
    private final Ids ids;
    private final SecureRandom random = new SecureRandom();

    KeepEmailConsent(
            EmailConsents consents,
            Emails emails,
            QueueEmails queueEmails,
            Templates templates,
            FieldCipher cipher,
            BlindIndex index,
            Announcements announcements,
            MailSettings settings,
            Ids ids) {
        this.consents = consents;
        this.emails = emails;
        this.queueEmails = queueEmails;
        this.templates = templates;
        this.cipher = cipher;
        this.index = index;
        this.announcements = announcements;
        this.settings = settings;
        this.ids = ids;
    }

    /** Sends a code to the address; until it is given back nothing else goes there. */
    @Transactional
    public Outcome request(String party, String address, String language, Instant now) {
        if (!settings.on()) return objected(Objection.of("email-off"));
        if (!EmailConsent.isAddress(address)) {
            return objected(Objection.of("email-address-invalid").at("/address"));
        }
        if (!language.equals("zh-CN") && !language.equals("en")) {
            return objected(Objection.of("email-language-unknown", language).at("/language"));
        }
        Optional<EmailConsent> before = consents.locked(party);
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        int requests =
                before.filter(c -> today.equals(c.requestsDay())).map(c -> c.requests()).orElse(0);
        if (requests >= REQUESTS_A_DAY) {
            return objected(Objection.of("email-codes-used-up", REQUESTS_A_DAY));
        }
        boolean confirmedBefore =
                before.filter(c -> c.state() == EmailConsent.State.CONFIRMED).isPresent();
        String code = "%06d".formatted(random.nextInt(1_000_000));
        EmailConsent consent =
                new EmailConsent(
                        party,
                        before.map(EmailConsent::version).orElse(0L) + (confirmedBefore ? 1 : 0),
                        EmailConsent.State.REQUESTED,
                        cipher.encrypt(address, EmailConsent.place(party)),
                        EmailConsent.mask(address),
                        language,
                        index.of("email-code/" + party, code),
                        now.plus(CODE_LIFE),
                        TRIES,
                        requests + 1,
                        today,
                        now,
                        null,
                        null);
        consents.save(consent);
        if (confirmedBefore) announce(consent, new ConsentWithdrawn(party, "EMAIL"), now);
        emails.add(List.of(confirmation(party, code, language, now)), now);
        return new Outcome.Kept(consent);
    }

    /** A wrong code is counted; that count stays although the answer is a refusal. */
    @Transactional
    public Outcome confirm(String party, String code, Instant now) {
        Optional<EmailConsent> found = consents.locked(party);
        EmailConsent consent = found.orElse(null);
        Instant until = consent == null ? null : consent.codeUntil();
        if (consent == null || until == null || consent.triesLeft() <= 0 || until.isBefore(now)) {
            return objected(Objection.of("email-code-expired").at("/code"));
        }
        if (!index.candidates("email-code/" + party, code).contains(consent.code())) {
            consents.missed(party);
            return objected(Objection.of("email-code-wrong", consent.triesLeft() - 1).at("/code"));
        }
        EmailConsent confirmed = consent.confirmed(now);
        consents.save(confirmed);
        announce(confirmed, new ConsentGiven(party, "EMAIL"), now);
        return new Outcome.Kept(confirmed);
    }

    /** The address is forgotten; what waits to be sent is dropped. */
    @Transactional
    public Outcome withdraw(String party, Instant now) {
        Optional<EmailConsent> found = consents.locked(party);
        if (found.isEmpty() || found.get().state() == EmailConsent.State.WITHDRAWN) {
            return objected(Objection.of("email-not-wanted-already"));
        }
        EmailConsent withdrawn = found.get().withdrawn(now);
        consents.save(withdrawn);
        announce(withdrawn, new ConsentWithdrawn(party, "EMAIL"), now);
        return new Outcome.Kept(withdrawn);
    }

    private Emails.Email confirmation(String party, String code, String language, Instant now) {
        RegionCode region = regionOf(party);
        MessageKind kind = MessageKind.EMAIL_CONFIRMATION;
        Text text =
                Template.words(
                                templates.ofKinds(List.of(kind)),
                                kind,
                                region,
                                now,
                                Map.of(
                                        "code",
                                        code,
                                        "minutes",
                                        Long.toString(CODE_LIFE.toMinutes())),
                                language.equals("en"))
                        .orElseThrow();
        return queueEmails.email(
                ids.next(region), party, Emails.Purpose.CONFIRMATION, region.value(), text);
    }

    private void announce(EmailConsent consent, NotificationEvent event, Instant now) {
        announcements.announce(
                List.of(
                        new Announcement(
                                "oneseal.notification.v1",
                                "email-consent/" + consent.party(),
                                event.type(),
                                consent.party(),
                                consent.version(),
                                now,
                                regionOf(consent.party()).value(),
                                null,
                                event)));
    }

    /** The county in the party's id; the nation where it has none. */
    private static RegionCode regionOf(String party) {
        String county = party.length() < 6 ? "" : party.substring(0, 6) + "000000";
        return RegionCode.isValid(county) ? new RegionCode(county) : RegionCode.NATION;
    }

    private static Outcome objected(Objection objection) {
        return new Outcome.Objected(List.of(objection));
    }
}
