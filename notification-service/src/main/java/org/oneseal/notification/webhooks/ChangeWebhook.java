package org.oneseal.notification.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.oneseal.notification.events.NotificationEvent;
import org.oneseal.notification.events.SubscriptionEnded;
import org.oneseal.notification.events.SubscriptionKeyAdded;
import org.oneseal.notification.events.SubscriptionKeyRetired;
import org.oneseal.notification.events.SubscriptionPaused;
import org.oneseal.notification.events.SubscriptionReplayed;
import org.oneseal.notification.events.SubscriptionResumed;
import org.oneseal.notification.feed.Position;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Happening;
import org.oneseal.platform.journal.Journal;
import org.oneseal.platform.journal.Placement;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.protection.FieldCipher;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pauses, resumes, rekeys, replays and ends a subscription; each is written into its history. */
@Component
public class ChangeWebhook {

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Postman postman;
    private final FieldCipher cipher;
    private final Journal journal;

    ChangeWebhook(
            Webhooks webhooks,
            Deliveries deliveries,
            Postman postman,
            FieldCipher cipher,
            Journal journal) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.postman = postman;
        this.cipher = cipher;
        this.journal = journal;
    }

    /**
     * Which subscription, as its reader knew it.
     *
     * @param scope how far the caller sees
     */
    public record Target(String id, long expectedVersion, Scope scope, Actor actor) {}

    private record Change(Webhook webhook, NotificationEvent event) {}

    @Transactional
    public WebhookOutcome pause(Target target, Instant now) {
        return change(
                target,
                now,
                webhook ->
                        webhook.state() == Webhook.State.PAUSED
                                ? refused(Objection.of("webhook-paused-already"))
                                : paused(webhook, Webhook.PauseCause.REQUESTED));
    }

    /** The platform itself stops calling an end that does not answer as it should. */
    @Transactional
    public void pauseItself(String id, Webhook.PauseCause cause, Instant now) {
        Optional<Webhook> found = webhooks.locked(id, new Scope.Everywhere());
        if (found.isEmpty() || found.get().state() != Webhook.State.ACTIVE) return;
        save(found.get(), pausedBy(found.get(), cause), system(), now);
    }

    @Transactional
    public WebhookOutcome resume(Target target, Instant now) {
        WebhookOutcome outcome =
                change(
                        target,
                        now,
                        webhook -> {
                            if (webhook.state() != Webhook.State.PAUSED) {
                                return refused(Objection.of("webhook-not-paused"));
                            }
                            List<Objection> address = postman.objections(webhook.url());
                            if (!address.isEmpty()) return new Refusal(address);
                            return new Granted(
                                    new Change(
                                            webhook.resumed(),
                                            new SubscriptionResumed(webhook.id())));
                        });
        if (outcome instanceof WebhookOutcome.Saved) deliveries.wake(target.id(), now);
        return outcome;
    }

    @Transactional
    public WebhookOutcome end(Target target, Instant now) {
        WebhookOutcome outcome =
                change(
                        target,
                        now,
                        webhook ->
                                new Granted(
                                        new Change(
                                                webhook.ended(),
                                                new SubscriptionEnded(webhook.id()))));
        if (outcome instanceof WebhookOutcome.Saved) deliveries.end(target.id());
        return outcome;
    }

    /** A second key; both sign until one is retired. */
    @Transactional
    public WebhookOutcome addKey(Target target, String keyId, String secret, Instant now) {
        return change(
                target,
                now,
                webhook -> {
                    List<Objection> objections =
                            new java.util.ArrayList<>(RegisterWebhook.keyObjections(keyId, secret));
                    if (webhook.has(keyId)) {
                        objections.add(Objection.of("webhook-key-exists", keyId).at("/keyId"));
                    }
                    if (webhook.keys().size() >= Webhook.MOST_KEYS) {
                        objections.add(Objection.of("webhook-keys-too-many", Webhook.MOST_KEYS));
                    }
                    if (!objections.isEmpty()) return new Refusal(objections);
                    SigningKey key =
                            RegisterWebhook.sealed(webhook.id(), keyId, secret, now, cipher);
                    return new Granted(
                            new Change(
                                    webhook.having(key),
                                    new SubscriptionKeyAdded(webhook.id(), keyId)));
                });
    }

    @Transactional
    public WebhookOutcome retireKey(Target target, String keyId, Instant now) {
        return change(
                target,
                now,
                webhook -> {
                    if (!webhook.has(keyId)) throw new NotFound("key", keyId);
                    if (webhook.keys().size() == 1)
                        return refused(Objection.of("webhook-key-last"));
                    return new Granted(
                            new Change(
                                    webhook.without(keyId),
                                    new SubscriptionKeyRetired(webhook.id(), keyId)));
                });
    }

    /** Everything from the position on goes out once more, with the same ids. */
    @Transactional
    public WebhookOutcome replay(Target target, Position position, Instant now) {
        WebhookOutcome outcome =
                change(
                        target,
                        now,
                        webhook ->
                                new Granted(
                                        new Change(
                                                webhook, new SubscriptionReplayed(webhook.id()))));
        if (outcome instanceof WebhookOutcome.Saved) {
            deliveries.rewind(target.id(), position, now);
        }
        return outcome;
    }

    private sealed interface Answer permits Granted, Refusal {}

    private record Granted(Change change) implements Answer {}

    private record Refusal(List<Objection> objections) implements Answer {}

    private static Answer refused(Objection objection) {
        return new Refusal(List.of(objection));
    }

    private static Answer paused(Webhook webhook, Webhook.PauseCause cause) {
        return new Granted(pausedBy(webhook, cause));
    }

    private static Change pausedBy(Webhook webhook, Webhook.PauseCause cause) {
        return new Change(
                webhook.paused(cause), new SubscriptionPaused(webhook.id(), cause.name()));
    }

    private WebhookOutcome change(Target target, Instant now, Function<Webhook, Answer> changing) {
        Webhook webhook =
                webhooks.locked(target.id(), target.scope())
                        .orElseThrow(() -> new NotFound("subscription", target.id()));
        if (webhook.chain().sequence() != target.expectedVersion()) {
            throw new StaleVersion(target.id(), target.expectedVersion());
        }
        if (webhook.state() == Webhook.State.ENDED) {
            return new WebhookOutcome.Objected(List.of(Objection.of("webhook-ended")));
        }
        return switch (changing.apply(webhook)) {
            case Granted(var change) ->
                    new WebhookOutcome.Saved(save(webhook, change, target.actor(), now));
            case Refusal(var objections) -> new WebhookOutcome.Objected(objections);
        };
    }

    private Webhook save(Webhook before, Change change, Actor actor, Instant now) {
        Happening happening =
                new Happening(
                        change.event().type(),
                        now,
                        Placement.of(before.region(), before.department()),
                        change.event());
        Webhook saved =
                change.webhook().at(journal.append(before.chain(), actor, List.of(happening)));
        webhooks.save(saved, before.chain().sequence());
        return saved;
    }

    private static Actor system() {
        return Actor.system("webhook-dispatcher");
    }
}
