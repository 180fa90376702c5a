package org.oneseal.market.events;

import org.jspecify.annotations.Nullable;

/** The contract is concluded (委托): the institution works from now on. */
public record Commissioned(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        InstitutionReference institution,
        Contract contract)
        implements ProjectEvent {

    @Override
    public String type() {
        return "market.commissioned";
    }
}
