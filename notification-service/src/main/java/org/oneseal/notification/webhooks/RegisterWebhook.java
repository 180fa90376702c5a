package org.oneseal.notification.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oneseal.notification.events.SubscriptionRegistered;
import org.oneseal.notification.feed.EventLog;
import org.oneseal.notification.feed.Position;
import org.oneseal.platform.ids.Ids;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.protection.FieldCipher;
import org.oneseal.platform.region.RegionCode;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A department's system asks to be told. */
@Component
public class RegisterWebhook {

    private static final Pattern TYPE =
            Pattern.compile("org\\.oneseal\\.[a-z]{1,40}\\.(?:\\*|[a-z][a-z-]{0,60})");
    private static final Pattern KEY_ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int SHORTEST_SECRET = 32;
    private static final int LONGEST_SECRET = 128;
    private static final int MOST_TYPES = 50;

    /**
     * What is asked for.
     *
     * @param secret base64 of at least 32 random bytes
     * @param from where to begin, null for what happens from now on
     */
    public record Draft(
            String name,
            RegionCode region,
            @Nullable String department,
            String url,
            Webhook.Mode mode,
            List<String> types,
            String keyId,
            String secret,
            @Nullable Instant from) {

        /** Never tells the secret. */
        @Override
        public String toString() {
            return "Draft[" + name + ", " + region + ", " + department + ", " + url + "]";
        }
    }

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final EventLog log;
    private final Postman postman;
    private final FieldCipher cipher;
    private final Journal journal;
    private final Ids ids;

    RegisterWebhook(
            Webhooks webhooks,
            Deliveries deliveries,
            EventLog log,
            Postman postman,
            FieldCipher cipher,
            Journal journal,
            Ids ids) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.log = log;
        this.postman = postman;
        this.cipher = cipher;
        this.journal = journal;
        this.ids = ids;
    }

    @Transactional
    public WebhookOutcome register(Draft draft, Actor actor, Instant now) {
        List<Objection> objections = objections(draft, now);
        Optional<URI> url = AddressRules.parse(draft.url());
        if (url.isEmpty() || !objections.isEmpty()) return new WebhookOutcome.Objected(objections);
        String id = ids.next(draft.region());
        Webhook webhook =
                new Webhook(
                        id,
                        Chain.start("subscription", id),
                        draft.name(),
                        draft.region(),
                        draft.department(),
                        url.get(),
                        draft.mode(),
                        draft.types(),
                        List.of(sealed(id, draft.keyId(), draft.secret(), now, cipher)),
                        Webhook.State.ACTIVE,
                        null,
                        now);
        Webhook saved = webhook.at(journal.append(webhook.chain(), actor, told(webhook, now)));
        webhooks.add(saved);
        Instant from = draft.from();
        Position position = from == null ? log.end() : log.before(from);
        deliveries.begin(id, position);
        return new WebhookOutcome.Saved(saved);
    }

    private static List<Happening> told(Webhook webhook, Instant now) {
        SubscriptionRegistered event =
                new SubscriptionRegistered(
                        webhook.id(),
                        webhook.name(),
                        webhook.region().value(),
                        webhook.department(),
                        Objects.requireNonNull(webhook.url().getHost()),
                        webhook.types(),
                        webhook.keys().getFirst().id());
        return List.of(
                new Happening(
                        event.type(),
                        now,
                        Placement.of(webhook.region(), webhook.department()),
                        event));
    }

    private List<Objection> objections(Draft draft, Instant now) {
        List<Objection> objections = new ArrayList<>();
        if (draft.name().isBlank() || draft.name().length() > 100) {
            objections.add(Objection.of("webhook-name-invalid").at("/name"));
        }
        String department = draft.department();
        if (department != null && (department.isBlank() || department.length() > 60)) {
            objections.add(Objection.of("webhook-department-invalid").at("/department"));
        }
        if (draft.types().size() > MOST_TYPES) {
            objections.add(Objection.of("webhook-types-too-many", MOST_TYPES).at("/types"));
        }
        for (String type : draft.types()) {
            if (!TYPE.matcher(type).matches()) {
                objections.add(Objection.of("webhook-type-invalid", type).at("/types"));
            }
        }
        Instant from = draft.from();
        if (from != null && from.isAfter(now)) {
            objections.add(Objection.of("webhook-from-in-future").at("/from"));
        }
        objections.addAll(keyObjections(draft.keyId(), draft.secret()));
        Optional<URI> url = AddressRules.parse(draft.url());
        if (url.isEmpty()) {
            objections.add(Objection.of("webhook-url-invalid").at("/url"));
        } else {
            objections.addAll(postman.objections(url.get()));
        }
        return objections;
    }

    static List<Objection> keyObjections(String keyId, String secret) {
        List<Objection> objections = new ArrayList<>();
        if (!KEY_ID.matcher(keyId).matches()) {
            objections.add(Objection.of("webhook-key-id-invalid").at("/keyId"));
        }
        if (!isStrong(secret)) {
            objections.add(Objection.of("webhook-secret-weak", SHORTEST_SECRET).at("/secret"));
        }
        return objections;
    }

    private static boolean isStrong(String secret) {
        try {
            byte[] bytes = Base64.getDecoder().decode(secret);
            long different =
                    new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                            .chars()
                            .distinct()
                            .count();
            return bytes.length >= SHORTEST_SECRET
                    && bytes.length <= LONGEST_SECRET
                    && different >= SHORTEST_SECRET / 2;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static SigningKey sealed(
            String webhook, String keyId, String secret, Instant now, FieldCipher cipher) {
        return new SigningKey(keyId, cipher.encrypt(secret, SigningKey.place(webhook, keyId)), now);
    }
}
