package org.oneseal.notification.web;

import org.oneseal.notification.feed.Audience;
import org.oneseal.notification.webhooks.Webhook;
import org.oneseal.notification.webhooks.Webhooks;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.security.Caller;
import org.oneseal.platform.security.Role;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.NotFound;
import org.springframework.stereotype.Component;

/** Who may see and change which subscriptions. */
@Component
class SubscriptionReach {

    private final Webhooks webhooks;

    SubscriptionReach(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** Those who manage them, and auditors. */
    Scope toRead(Caller caller) {
        caller.require(Role.PLATFORM_OPERATOR, Role.DEPARTMENT_SYSTEM, Role.AUDITOR);
        return Audience.of(caller);
    }

    Scope toChange(Caller caller) {
        caller.require(Role.PLATFORM_OPERATOR, Role.DEPARTMENT_SYSTEM);
        return Audience.of(caller);
    }

    /** The subscription, if the scope holds it. */
    Webhook one(String id, Scope scope) {
        return webhooks.byId(id, scope).orElseThrow(() -> new NotFound("subscription", id));
    }

    static Actor actor(Caller caller) {
        return Actor.of(
                caller,
                caller.has(Role.PLATFORM_OPERATOR)
                        ? Role.PLATFORM_OPERATOR
                        : Role.DEPARTMENT_SYSTEM);
    }
}
