package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.oneseal.platform.region.RegionCode;

/**
 * Department systems as they are registered for the exchange of cases (数据源): of whose matters each
 * may tell, and which cases it made needless to key in. A projection; who is to be registered is
 * decided at the case service.
 */
public interface Sources {

    /**
     * Keeps a registration; cases that were accepted since it holds are marked to be counted again.
     */
    void register(Source source);

    /** The latest registration. */
    Optional<Source> find(String code);

    /**
     * @param code part of the names of its topics
     * @param departments ours that it speaks for
     * @param items codes of the items whose cases it tells of
     * @param since from when the registration holds
     * @param quotaPerMinute messages it may send a minute
     */
    record Source(
            String code,
            long version,
            RegionCode region,
            Set<String> departments,
            Set<String> items,
            Instant since,
            int quotaPerMinute) {

        public Source {
            departments = Set.copyOf(departments);
            items = Set.copyOf(items);
        }
    }
}
