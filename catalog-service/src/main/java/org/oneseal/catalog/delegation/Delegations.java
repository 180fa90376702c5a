package org.oneseal.catalog.delegation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.region.RegionLevel;

/** All acts of delegation. */
public interface Delegations {

    Optional<Delegation> find(String id);

    void add(Delegation delegation);

    /**
     * Stores what became of an act.
     *
     * @throws org.oneseal.platform.web.StaleVersion if someone else was faster
     */
    void save(Delegation delegation, long expected);

    /** Every grant of an item there ever was. */
    List<Grant> grantsOf(String item);

    /** Every grant of these items there ever was. */
    List<Grant> grantsOf(List<String> items);

    /** Acts in order of their id. */
    List<Delegation> list(ActQuery query);

    /** Items that were handed to bodies of a region and below it, as they stand on a day. */
    List<Listed> listed(ListQuery query);

    /** Acts that have ended and of which the consequences are not drawn yet, locked. */
    List<String> endsDue(LocalDate today, int limit);

    /**
     * Which acts are wanted.
     *
     * @param within receivers of this region and below it, null for all
     * @param department that received, null for all
     * @param followUpBy only acts that count on this day and are to be looked back at by then, null
     *     for all
     * @param after id of the last act seen, empty from the start
     */
    record ActQuery(
            @Nullable RegionCode within,
            @Nullable DelegationKind kind,
            @Nullable String department,
            @Nullable LocalDate followUpBy,
            String after,
            int limit) {}

    /**
     * Which list is wanted.
     *
     * @param level only receivers at this level, null for all
     * @param after item and act of the last line seen, empty from the start
     */
    record ListQuery(
            RegionCode region,
            @Nullable RegionLevel level,
            @Nullable DelegationKind kind,
            LocalDate day,
            List<String> after,
            int limit) {}

    /** One line of a list. */
    record Listed(String name, Grant grant, String receiverRegion) {}
}
