package org.oneseal.notification.webhooks;

import java.util.Optional;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;

/** All subscriptions, ended ones too. */
public interface Webhooks {

    Optional<Webhook> byId(String id, Scope scope);

    /** The same, held until the transaction ends. */
    Optional<Webhook> locked(String id, Scope scope);

    /** Newest first. */
    Page<Webhook> visibleIn(Scope scope, PageRequest page);

    void add(Webhook webhook);

    /**
     * Saves what may change: keys and state.
     *
     * @throws org.oneseal.platform.web.StaleVersion if another has saved meanwhile
     */
    void save(Webhook webhook, long expectedVersion);
}
