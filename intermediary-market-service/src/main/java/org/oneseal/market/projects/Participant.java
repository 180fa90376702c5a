package org.oneseal.market.projects;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.admission.Restriction;

/**
 * An admitted institution as a project sees it.
 *
 * @param offered what it may offer, and until when
 * @param restrictions market-participation restrictions known for it
 */
public record Participant(
        String id,
        String name,
        String uscc,
        String region,
        String party,
        List<Offered> offered,
        List<Restriction> restrictions) {

    public Participant {
        offered = List.copyOf(offered);
        restrictions = List.copyOf(restrictions);
    }

    /** A service and the last day its qualification holds, null without end. */
    public record Offered(String code, @Nullable LocalDate lastDay) {}
}
