package org.oneseal.market.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sign-up is closed and sealed: nothing can be added or left out from now on. */
public record SignUpClosed(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        List<String> entries,
        List<Excluded> excluded,
        Instant sealedAt,
        Announcement announcement)
        implements ProjectEvent {

    public SignUpClosed {
        entries = List.copyOf(entries);
        excluded = List.copyOf(excluded);
    }

    @Override
    public String type() {
        return "market.sign-up-closed";
    }
}
