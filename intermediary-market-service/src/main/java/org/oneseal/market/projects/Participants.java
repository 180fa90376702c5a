package org.oneseal.market.projects;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;

/** Admitted institutions, as those who may take part in projects. */
public interface Participants {

    /** The institution of the party, admitted in the region or in one above it. */
    Optional<Participant> of(String party, RegionCode region);

    /** Those still admitted, by id. */
    Map<String, Participant> byIds(Collection<String> ids);
}
