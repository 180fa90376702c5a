package org.oneseal.cases.substitution;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/**
 * One officer acts for another (代班).
 *
 * @param roles of the absent officer, with which the substitute acts
 * @param from first moment, inclusive
 * @param until last moment, exclusive
 */
public record Substitution(
        String id,
        String absent,
        String substitute,
        RegionCode region,
        String department,
        Set<String> roles,
        Instant from,
        Instant until,
        String reason,
        String madeBy,
        Instant madeAt,
        @Nullable Instant endedAt) {

    public Substitution {
        roles = Set.copyOf(roles);
    }

    public boolean holdsAt(Instant now) {
        return !now.isBefore(from)
                && now.isBefore(until)
                && (endedAt == null || now.isBefore(endedAt));
    }
}
