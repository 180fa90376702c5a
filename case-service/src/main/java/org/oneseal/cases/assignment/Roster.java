package org.oneseal.cases.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;

/** The officers of the departments, as they signed on (在岗名册). */
public interface Roster {

    /** Signs on, or renews what the account says about the officer. */
    void signOn(Officer officer, Instant at);

    Optional<Officer> find(String subject);

    /** Those of a department, by name. */
    List<Officer> of(RegionCode region, String department);
}
