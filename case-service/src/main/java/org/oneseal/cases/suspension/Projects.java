package org.oneseal.cases.suspension;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The projects that clocks wait for. Whoever comes first, officer or market, finds the other. */
public interface Projects {

    /** Locks it until the end of the transaction; one that nobody has heard of is noted first. */
    Project lock(String id);

    /** A procedure waits for its result. */
    void link(String id, String caseId, String procedureId);

    /** What the market tells; null members leave what was known. */
    void told(
            String id,
            @Nullable String role,
            @Nullable String caseId,
            @Nullable Instant deliveredAt);

    /** Forgets what the market told; what waits stays. */
    void forgetTold();
}
