package org.oneseal.notification.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of a call. */
public sealed interface Reply {

    /** 2xx. */
    record Taken(int status) implements Reply {}

    /**
     * Worth another try: 5xx, 429, a timeout, no connection.
     *
     * @param status null if there was none
     * @param retryAfter what the other end asked for, null if nothing
     */
    record Failed(@Nullable Integer status, String reason, @Nullable Duration retryAfter)
            implements Reply {}

    /** Not worth another try: every other status, or an address that may not be called. */
    record Refused(@Nullable Integer status, String reason) implements Reply {}

    /** The answer to a status. */
    static Reply of(int status, @Nullable Duration retryAfter) {
        if (status >= 200 && status < 300) return new Taken(status);
        if (status >= 500 || status == 429) {
            return new Failed(status, "status " + status, retryAfter);
        }
        return new Refused(status, "status " + status);
    }
}
