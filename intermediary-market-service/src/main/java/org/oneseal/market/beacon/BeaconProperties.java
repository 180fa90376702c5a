package org.oneseal.market.beacon;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The source of public values, {@code oneseal.market.beacon}.
 *
 * @param name of the source as it is announced, such as {@code drand quicknet}
 * @param file lines of round, a space, value; null where the source is no file
 * @param url address with {@code {round}} in it; null where the source is no beacon
 * @param pointer JSON pointer to the value in the beacon's answer
 * @param genesis when round 1 comes out
 * @param period from one round to the next
 * @param timeout for connecting and for the answer
 */
@ConfigurationProperties("oneseal.market.beacon")
record BeaconProperties(
        @DefaultValue("") String name,
        @Nullable Path file,
        @Nullable String url,
        @DefaultValue("/randomness") String pointer,
        @DefaultValue("2026-01-01T13:15:00Z") Instant genesis,
        @DefaultValue("1d") Duration period,
        @DefaultValue("2s") Duration timeout) {

    BeaconProperties {
        boolean fromFile = file != null && !file.toString().isEmpty();
        boolean fromUrl = url != null && !url.isEmpty();
        if (fromFile && fromUrl) {
            throw new IllegalArgumentException("a beacon is a file or an address, not both");
        }
        if (!fromFile) file = null;
        if (!fromUrl) url = null;
        if ((fromFile || fromUrl) && name.isBlank()) {
            throw new IllegalArgumentException("a beacon needs the name it is announced by");
        }
        if (url != null && (!url.contains("{round}") || !sane(url))) {
            throw new IllegalArgumentException("the address of a beacon names its {round}");
        }
        if (period.toMillis() <= 0) throw new IllegalArgumentException("a period is positive");
    }

    private static boolean sane(String url) {
        String scheme = URI.create(url.replace("{round}", "1")).getScheme();
        return "https".equals(scheme) || "http".equals(scheme);
    }
}
