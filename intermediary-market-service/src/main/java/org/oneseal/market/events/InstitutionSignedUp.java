package org.oneseal.market.events;

import org.jspecify.annotations.Nullable;

/**
 * An institution has signed up (报名); who, is told to itself and its region only until the close.
 */
public record InstitutionSignedUp(
        String projectId,
        @Nullable String caseId,
        String role,
        String region,
        String serviceKind,
        String draw,
        InstitutionReference institution)
        implements ProjectEvent {

    @Override
    public String type() {
        return "market.institution-signed-up";
    }
}
