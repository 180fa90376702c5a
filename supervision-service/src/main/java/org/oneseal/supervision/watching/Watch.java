package org.oneseal.supervision.watching;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One clock of a case, derived from its facts and from nothing else.
 *
 * @param id case id, kind and, where a case may have several, the version that opened it
 * @param itemKnown derived with the limits of the item itself
 */
public record Watch(
        String id,
        WatchKind kind,
        CaseHead head,
        WatchState state,
        Instant openedAt,
        @Nullable Instant closedAt,
        Dues dues,
        boolean itemKnown,
        List<Finding> findings) {

    public Watch {
        findings = List.copyOf(findings);
    }

    public boolean isClosed() {
        return state == WatchState.CLOSED;
    }

    /** Past its statutory or declared date at the end, or by now if it still runs. */
    public boolean isLate(Instant now) {
        Instant due = dues.statutory();
        Instant end = closedAt == null ? now : closedAt;
        return due != null && end.isAfter(due);
    }
}
