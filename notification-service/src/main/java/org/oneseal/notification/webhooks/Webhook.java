package org.oneseal.notification.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;

/**
 * A subscription of a department's system (事件订阅): where its events are brought, which ones, and by
 * what keys they are signed.
 *
 * @param department null for all departments of the region
 * @param types event types, or all of a service as {@code org.oneseal.cases.*}; empty for all
 * @param keys one, or two while keys are being changed
 * @param cause why it is paused, null if it is not
 */
public record Webhook(
        String id,
        Chain chain,
        String name,
        RegionCode region,
        @Nullable String department,
        URI url,
        Mode mode,
        List<String> types,
        List<SigningKey> keys,
        State state,
        @Nullable PauseCause cause,
        Instant createdAt) {

    static final int MOST_KEYS = 2;

    public Webhook {
        types = List.copyOf(types);
        keys = List.copyOf(keys);
    }

    /** How CloudEvents travel: attributes as headers, or all in one JSON body. */
    public enum Mode {
        BINARY,
        STRUCTURED
    }

    /** Ended is for good. */
    public enum State {
        ACTIVE,
        PAUSED,
        ENDED
    }

    /** By whom or what it was paused. */
    public enum PauseCause {
        REQUESTED,
        FAILING,
        REFUSING,
        GONE
    }

    /** The events it may get. */
    public Scope scope() {
        return department == null
                ? new Scope.WithinRegion(region)
                : new Scope.OfDepartment(region, department);
    }

    Webhook at(Chain next) {
        return with(next, keys, state, cause);
    }

    Webhook paused(PauseCause why) {
        return with(chain, keys, State.PAUSED, why);
    }

    Webhook resumed() {
        return with(chain, keys, State.ACTIVE, null);
    }

    Webhook ended() {
        return with(chain, List.of(), State.ENDED, null);
    }

    Webhook having(SigningKey key) {
        List<SigningKey> more = new ArrayList<>(keys);
        more.add(key);
        return with(chain, more, state, cause);
    }

    Webhook without(String keyId) {
        return with(
                chain, keys.stream().filter(key -> !key.id().equals(keyId)).toList(), state, cause);
    }

    boolean has(String keyId) {
        return keys.stream().anyMatch(key -> key.id().equals(keyId));
    }

    private Webhook with(
            Chain nextChain, List<SigningKey> nextKeys, State next, @Nullable PauseCause why) {
        return new Webhook(
                id,
                nextChain,
                name,
                region,
                department,
                url,
                mode,
                types,
                nextKeys,
                next,
                why,
                createdAt);
    }
}
