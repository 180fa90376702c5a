package org.oneseal.credit.listing;

import java.util.Set;

/** Where a listing stands, and which acts are open there: the whole table. */
public enum ListingState {
    CANDIDATE(Act.NOTICE, Act.DISMISS),
    NOTICED(Act.STATE, Act.LIST, Act.DISMISS),
    LISTED(
            Act.DISPUTE,
            Act.ANSWER_DISPUTE,
            Act.APPLY_FOR_REPAIR,
            Act.ANSWER_REPAIR,
            Act.REVOKE,
            Act.EXPIRE),
    DISMISSED,
    EXPIRED,
    REPAIRED,
    REVOKED;

    /** What can be done to a listing. */
    public enum Act {
        NOTICE,
        STATE,
        LIST,
        DISMISS,
        DISPUTE,
        ANSWER_DISPUTE,
        APPLY_FOR_REPAIR,
        ANSWER_REPAIR,
        REVOKE,
        EXPIRE
    }

    private final Set<Act> open;

    ListingState(Act... open) {
        this.open = Set.of(open);
    }

    public boolean allows(Act act) {
        return open.contains(act);
    }
}
