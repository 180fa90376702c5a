package org.oneseal.credit.events;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a subject may not do at the moment because of listings (惩戒措施), whole: the value of the
 * compacted topic oneseal.credit.restrictions.v1. After the last one ends, a tombstone follows.
 *
 * @param subject unified social credit code of an organisation, or the opaque party id of a natural
 *     person; the key
 * @param subjectKind ORGANISATION or PERSON
 */
public record RestrictionsChanged(
        String subject, String subjectKind, List<Restriction> restrictions) implements CreditEvent {

    public static final String TOPIC = "oneseal.credit.restrictions.v1";

    public RestrictionsChanged {
        restrictions = List.copyOf(restrictions);
    }

    /**
     * One restriction by one listing.
     *
     * @param kind promise-based-filing or market-participation; others may follow
     * @param listing id of the listing it comes from
     * @param since first day, Asia/Shanghai
     * @param until last day it holds, Asia/Shanghai; null while no end is set
     */
    public record Restriction(
            String kind,
            String listing,
            String ground,
            LocalDate since,
            @Nullable LocalDate until) {}

    @Override
    public String type() {
        return "credit.restrictions-changed";
    }
}
