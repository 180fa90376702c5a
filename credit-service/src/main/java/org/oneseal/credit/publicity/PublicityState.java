package org.oneseal.credit.publicity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a record stands: waiting, open to the public, or withheld with a reason. */
public sealed interface PublicityState {

    /** Waits for the job or an officer. */
    record Pending() implements PublicityState {}

    /** Open to the public since then. */
    record Published(Instant at, String by) implements PublicityState {}

    /**
     * Not, or no longer, open to the public.
     *
     * @param publishedAt when it had been opened before, null if never
     */
    record Withheld(
            Instant at,
            String by,
            String reason,
            @Nullable String ground,
            @Nullable Instant publishedAt)
            implements PublicityState {}

    default String label() {
        return switch (this) {
            case Pending _ -> "PENDING";
            case Published _ -> "PUBLISHED";
            case Withheld _ -> "WITHHELD";
        };
    }
}
