package org.oneseal.catalog.departments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is still to be made at the identity provider; survives restarts. */
public interface ProvisioningQueue {

    void add(ProvisioningTask task);

    Optional<ProvisioningTask> find(ProvisioningTask.Kind kind, String key);

    /**
     * The pending tasks that are due, departments first; they are locked for this transaction, and
     * those that another replica works on are left out.
     */
    List<ProvisioningTask> due(Instant now, int limit);

    void save(ProvisioningTask task);
}
