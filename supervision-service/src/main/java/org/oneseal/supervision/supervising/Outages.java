package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;

/** Times in which nobody could work, as supervisors declared them. */
public interface Outages {

    void add(Outage outage);

    /** Those that touch a place in a time, the earliest first. */
    List<Span> within(RegionCode region, @Nullable String department, Instant from, Instant to);

    record Outage(String id, RevokeCards.Order order, String declaredBy, Instant at, int revoked) {}

    record Span(Instant from, Instant to, String cause, String reason) {}
}
