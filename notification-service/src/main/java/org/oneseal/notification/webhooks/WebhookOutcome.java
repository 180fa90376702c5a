package org.oneseal.notification.webhooks;

import java.util.List;
import org.oneseal.platform.objection.Objection;

/** What a request about a subscription comes to. */
public sealed interface WebhookOutcome {

    /** Done. */
    record Saved(Webhook webhook) implements WebhookOutcome {}

    /** Not done, with every reason. */
    record Objected(List<Objection> objections) implements WebhookOutcome {
        public Objected {
            objections = List.copyOf(objections);
        }
    }
}
