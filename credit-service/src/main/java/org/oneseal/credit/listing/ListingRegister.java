package org.oneseal.credit.listing;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.platform.web.Page;
import org.oneseal.platform.web.PageRequest;

/** The listings as they are read: by officers, by the party concerned, by anybody. */
public interface ListingRegister {

    /** The listing, if the scope holds it; a party sees its own from the notice on. */
    Optional<Listing> byId(String id, Scope scope);

    /** Listings of the scope, newest first. */
    Page<Listing> inScope(
            Scope scope, @Nullable ListingState state, @Nullable String subject, PageRequest page);

    /** What is on the lists now, newest first; by exact code or the beginning of a name. */
    Page<Listing> listed(Wanted wanted, PageRequest page);

    Optional<Listing> listedById(String id);

    /** What of the public list is asked for; null is no condition. */
    record Wanted(
            @Nullable RegionCode region,
            @Nullable String kind,
            @Nullable String uscc,
            @Nullable String name) {}
}
