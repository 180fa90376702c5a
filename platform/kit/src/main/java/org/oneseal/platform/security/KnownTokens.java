package org.oneseal.platform.security;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Remembers for a minute that a token held, as the gateway does, so that a client's next request
 * costs no public-key operation. A token is never good longer than it says itself.
 */
final class KnownTokens implements JwtDecoder {

    private static final int MOST = 10_000;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();

    private final JwtDecoder decoder;
    private final Map<String, Known> good = new ConcurrentHashMap<>();

    KnownTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    private record Known(Jwt jwt, long until) {

        boolean holds() {
            Instant end = jwt.getExpiresAt();
            return System.nanoTime() - until < 0 && end != null && Instant.now().isBefore(end);
        }
    }

    @Override
    public Jwt decode(String token) {
        Known known = good.get(token);
        if (known != null && known.holds()) return known.jwt();
        good.remove(token);
        Jwt jwt = decoder.decode(token);
        if (good.size() >= MOST) makeRoom();
        good.put(token, new Known(jwt, System.nanoTime() + MINUTE));
        return jwt;
    }

    private void makeRoom() {
        good.values().removeIf(known -> !known.holds());
        if (good.size() >= MOST) good.clear();
    }
}
