package org.oneseal.credit.publicity;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;

/** The records as they are read: by the public, by officers, and counted. */
public interface PublicityRegister {

    /** Published records, newest first; of the whole country without a region. */
    Page<PublicityRecord> published(@Nullable RegionCode region, PageRequest page);

    Optional<PublicityRecord> publishedById(String id);

    /** Records of the scope, newest first; of all states without one. */
    Page<PublicityRecord> inScope(Scope scope, @Nullable String state, PageRequest page);

    /** Records that had been published and were withheld afterwards, newest first. */
    Page<PublicityRecord> withdrawn(Scope scope, PageRequest page);

    /** Published in time among those due in the period, both days included. */
    SevenDayRate rate(Scope scope, LocalDate from, LocalDate to, LocalDate today);
}
