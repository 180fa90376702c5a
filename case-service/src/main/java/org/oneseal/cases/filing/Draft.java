package org.oneseal.cases.filing;

import java.time.Instant;

/**
 * An application that was begun (草稿).
 *
 * @param owner the party, or the clerk who fills it in at the counter
 * @param body as it was filled in so far
 */
public record Draft(
        String id,
        String owner,
        String itemCode,
        String body,
        long version,
        Instant begunAt,
        Instant changedAt) {}
