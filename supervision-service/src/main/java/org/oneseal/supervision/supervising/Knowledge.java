package org.oneseal.supervision.supervising;

import java.util.Collection;
import java.util.List;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.supervision.warning.CardRules;
import org.oneseal.supervision.watching.CaseHead;
import org.oneseal.supervision.watching.Norms;

/** What was learned about calendars, items, departments' systems, terms and rules. */
public interface Knowledge {

    /**
     * Keeps calendars and items as they are until the end of the transaction. Whoever locks rows
     * and asks for norms holds first: who publishes comes alone and then marks watches, in that
     * order.
     */
    void hold();

    /** The norms of these cases, read at once. */
    Norms norms(Collection<CaseHead> cases);

    /** The norms of a region, without items. */
    Norms norms(RegionCode region);

    CardRules rules();

    /** Limits of the clocks that no item states, for every region and day. */
    List<WatchTerm> terms();
}
