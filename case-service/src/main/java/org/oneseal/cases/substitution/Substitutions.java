package org.oneseal.cases.substitution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;

/** All substitutions; they are added and ended, never changed. */
public interface Substitutions {

    void add(Substitution substitution);

    void end(String id, String by, Instant at);

    Optional<Substitution> find(String id);

    /** Those of an absent officer that may still matter after this moment. */
    List<Substitution> of(String absent, Instant after);

    /** Those of a department that are not over, by their beginning. */
    List<Substitution> within(RegionCode region, String department, Instant after);
}
