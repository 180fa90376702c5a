package org.oneseal.supervision.supervising;

import java.util.Optional;
import java.util.Set;
import org.oneseal.platform.region.RegionCode;

/**
 * Department systems as they are registered for the exchange of cases (数据源), and of whose matters
 * each may tell. A projection; who is to be registered is decided at the case service.
 */
public interface Sources {

    /** Keeps a registration, unless a later one is known. */
    void register(Source source);

    Optional<Source> find(String code);

    /**
     * @param code part of the names of its topics
     * @param departments ours that it speaks for
     * @param quotaPerMinute messages it may send a minute
     */
    record Source(
            String code,
            long version,
            RegionCode region,
            Set<String> departments,
            int quotaPerMinute) {

        public Source {
            departments = Set.copyOf(departments);
        }
    }
}
