package org.oneseal.cases.handling;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of the promised date when more time is approved (延期). */
public enum PromiseAfterExtension {
    /** The item promises nothing beside the law. */
    NONE,
    STANDS,
    /** The accepted version of the item lets the promise go along. */
    MOVES,
    /** It was over when more time was approved, and stays. */
    OVER;

    /**
     * @param promisedDue as derived with the extension
     */
    public static PromiseAfterExtension of(
            Case it, CaseFact.Extended more, @Nullable Instant promisedDue) {
        CaseFact.Accepted accepted = it.acceptance().orElse(null);
        if (accepted == null || accepted.promisedLimit() == null || promisedDue == null) {
            return NONE;
        }
        if (!it.extensionMovesPromise()) return STANDS;
        return more.stamp().occurredAt().isAfter(promisedDue) ? OVER : MOVES;
    }
}
