package org.oneseal.credit.publicity;

import java.util.List;
import java.util.Optional;
import org.oneseal.platform.region.RegionCode;
import org.oneseal.platform.security.Scope;

/** All publicity records. */
public interface PublicityRecords {

    /** The record, if the caller's scope holds it. */
    Optional<PublicityRecord> byId(String id, Scope scope);

    /** The records of a case, one a decision. */
    List<PublicityRecord> ofCase(String caseId);

    /**
     * Adds a new record.
     *
     * @return false if this decision has its record already
     */
    boolean add(PublicityRecord record);

    /**
     * Saves the next state of a record.
     *
     * @throws org.oneseal.platform.web.StaleVersion if another has saved meanwhile
     */
    void save(PublicityRecord record, long expectedVersion);

    /**
     * Pending records that the rule lets a job publish, locked; those another job holds are left
     * out.
     */
    List<PublicityRecord> awaitingJob(int limit);

    /** Pending records in the region or below, in order of id after the given one, locked. */
    List<PublicityRecord> pendingWithin(RegionCode region, String afterId, int limit);
}
