package org.oneseal.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.oneseal.gateway.GatewaySettings;
import org.oneseal.gateway.GatewaySettings.Limits;
import org.oneseal.gateway.GatewaySettings.Rate;
import org.springframework.stereotype.Component;

/** The buckets of all clients of this replica. */
@Component
public class ClientLimits {

    private final Limits limits;
    private final Cache<String, TokenBucket> buckets;

    ClientLimits(GatewaySettings settings) {
        this.limits = settings.limits();
        this.buckets =
                Caffeine.newBuilder()
                        .maximumSize(limits.clients())
                        .expireAfterAccess(Duration.ofMinutes(10))
                        .build();
    }

    TokenBucket.Verdict anonymous(String address) {
        return take("address " + address, limits.anonymous());
    }

    TokenBucket.Verdict person(String client, String subject) {
        return take(client + " " + subject, limits.person());
    }

    TokenBucket.Verdict system(String client, String subject) {
        return take(client + " " + subject, limits.system());
    }

    /** Counts a token that did not hold. */
    public void refused(String address) {
        take("refused " + address, limits.refused());
    }

    /** Whether an address has shown so many bad tokens that the next is not looked at. */
    boolean isBarred(String address) {
        TokenBucket bucket = buckets.getIfPresent("refused " + address);
        return bucket != null && bucket.isEmpty(System.nanoTime());
    }

    private TokenBucket.Verdict take(String key, Rate rate) {
        long now = System.nanoTime();
        return buckets.get(key, _ -> new TokenBucket(rate, now)).take(now);
    }
}
