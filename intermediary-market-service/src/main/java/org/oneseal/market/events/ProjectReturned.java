package org.oneseal.market.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operator does not announce the project; every reason is told. */
public record ProjectReturned(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        List<Reason> reasons)
        implements ProjectEvent {

    public ProjectReturned {
        reasons = List.copyOf(reasons);
    }

    @Override
    public String type() {
        return "market.project-returned";
    }
}
