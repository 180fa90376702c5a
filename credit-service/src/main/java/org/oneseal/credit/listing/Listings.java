package org.oneseal.credit.listing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.security.Scope;

/** All listings, for those who change them. */
public interface Listings {

    /** The listing, if the scope holds it; locked until the transaction ends. */
    Optional<Listing> take(String id, Scope scope);

    /** The one a promise was proposed in, locked; a promise is proposed once. */
    Optional<Listing> ofPromise(String promiseId);

    void add(Listing listing);

    /**
     * Saves the next state.
     *
     * @throws org.oneseal.platform.web.StaleVersion if another has saved meanwhile
     */
    void save(Listing listing, long expectedVersion);

    /** Those in force for a subject, whatever the region. */
    List<Listing> inForce(String subject);

    /** Listed ones whose last day lies before the day, locked; what others hold is left out. */
    List<Listing> over(LocalDate day, int limit);
}
