package org.oneseal.cases.suspension;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A project of the market as far as a clock is concerned: what the market told of it, and which
 * procedure waits for its result.
 *
 * @param role as told, null while nothing was
 * @param toldCase for which case it was commissioned, as told
 * @param linkedCase the case whose clock stands for it
 */
public record Project(
        String id,
        @Nullable String role,
        @Nullable String toldCase,
        @Nullable Instant deliveredAt,
        @Nullable String linkedCase,
        @Nullable String linkedProcedure) {

    /** Commissioned by the authority: the only role that touches a clock (行政许可法 art. 45). */
    public static final String AUTHORITY_COMMISSIONED = "AUTHORITY_COMMISSIONED";

    boolean ofApplicant() {
        return role != null && !role.equals(AUTHORITY_COMMISSIONED);
    }

    boolean told(String caseId) {
        return toldCase == null || toldCase.equals(caseId);
    }
}
