package org.oneseal.market.projects;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of a project, frozen when it is announced.
 *
 * @param serviceKind code of the service type
 * @param caseId the case the authority commissions it for; null for an applicant's own service
 * @param suspension kind of special procedure the case's clock may stand still for, null for none
 * @param itemCode item whose material an applicant needs it for; of the case otherwise
 * @param material code of that material, null for a commissioned service
 * @param priceFen what the buyer pays, fixed
 * @param serviceDays days from the contract to the result
 * @param avoided institutions that may not take part (回避)
 */
public record Terms(
        String title,
        Role role,
        String serviceKind,
        @Nullable String caseId,
        @Nullable String suspension,
        String itemCode,
        @Nullable String material,
        Fund fund,
        long priceFen,
        int serviceDays,
        List<Avoided> avoided) {

    public Terms {
        avoided = List.copyOf(avoided);
    }

    /** Who needs the service, and so whether a clock may stand still for it. */
    public enum Role {
        /** An applicant, to have a material before a case is accepted. */
        APPLICANT_SIDE,
        /** The authority that handles a case. */
        AUTHORITY_COMMISSIONED
    }

    /** Whose money it is. */
    public enum Fund {
        FISCAL,
        SOCIAL
    }

    /** An institution that must stay away, and why. */
    public record Avoided(String uscc, Tie tie) {}

    /** What ties it to the buyer or the project. */
    public enum Tie {
        INVESTED,
        SAME_CONTROL,
        EARLIER_STAGE,
        STAFF
    }

    boolean avoids(String uscc) {
        return avoided.stream().anyMatch(a -> a.uscc().equals(uscc));
    }
}
