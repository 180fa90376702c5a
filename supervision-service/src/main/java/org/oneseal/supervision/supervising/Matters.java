package org.oneseal.supervision.supervising;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;
import org.oneseal.supervision.watching.CaseFact;
import org.oneseal.supervision.watching.WatchKind;

/** Matters that are told to supervision itself. Every method needs a transaction. */
public interface Matters {

    /** Opens a matter with its first milestone; false if that number is known there already. */
    boolean open(Matter matter, CaseFact.Milestone first, Actor actor, Instant now);

    /** The matter, locked, if it lies in the scope. */
    Optional<Matter> findForUpdate(String id, Scope scope);

    /** The matter, if it lies in the scope. */
    Optional<Matter> find(String id, Scope scope);

    /** The matter that its department counts by that number, locked. */
    Optional<Matter> namedForUpdate(WatchKind kind, String department, String number);

    /** Adds a milestone to what is locked; only the latest of all says what follows. */
    void add(Matter matter, CaseFact.Milestone next, Actor actor, Instant now);

    /**
     * @param awaits what has to follow, null at its end
     * @param told number of the latest milestone told so far
     * @param version how many were told
     */
    record Matter(
            String id,
            WatchKind kind,
            String number,
            String title,
            RegionCode region,
            String department,
            @Nullable String awaits,
            long told,
            long version,
            String chainHead) {

        /** The same matter as it is called now. */
        Matter titled(String name) {
            return new Matter(
                    id, kind, number, name, region, department, awaits, told, version, chainHead);
        }
    }
}
