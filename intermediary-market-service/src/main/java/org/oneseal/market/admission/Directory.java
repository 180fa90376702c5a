package org.oneseal.market.admission;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;

/**
 * Institutions as they are looked for: by the public in the directory, by operators in their list.
 */
public interface Directory {

    /**
     * Admitted institutions that can offer a service on the day, newest first.
     *
     * @param service only this service, null for any
     * @param region only those admitted in the region or below, null for all
     */
    Page<Institution> listed(
            @Nullable String service, @Nullable RegionCode region, LocalDate day, PageRequest page);

    /** An admitted institution. */
    Optional<Institution> listedById(String id);

    /** Institutions of the scope in any state or in the given one, newest first. */
    Page<Institution> inScope(Scope scope, @Nullable String state, PageRequest page);
}
