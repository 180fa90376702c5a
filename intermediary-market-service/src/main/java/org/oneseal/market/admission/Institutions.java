package org.oneseal.market.admission;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;

/** All institutions, applied, admitted and refused. */
public interface Institutions {

    /** The institution, if the caller's scope holds it. */
    Optional<Institution> byId(String id, Scope scope);

    /** Whether an institution with this code is waiting or admitted in the region. */
    boolean isThere(RegionCode region, String uscc);

    /** Those of the certificate numbers that are listed with a waiting or admitted institution. */
    Set<String> listedPractitioners(Collection<String> certificateNumbers, String exceptUscc);

    void add(Institution institution);

    /**
     * Saves the next state.
     *
     * @throws org.oneseal.platform.web.StaleVersion if another has saved meanwhile
     */
    void save(Institution institution, long expectedVersion);

    /** Waiting applications in the region or below, in order of id after the given one, locked. */
    List<Institution> waitingWithin(RegionCode region, String afterId, int limit);
}
