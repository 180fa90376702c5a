package org.oneseal.catalog.departments;

import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works off the queue of accounts, a few at a time. A call that was made but whose transaction was
 * lost is made again, which does no harm.
 */
@Component
public class ProvisionAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(ProvisionAccounts.class);

    private final ProvisioningQueue queue;
    private final Departments departments;
    private final Officers officers;
    private final IdentityProvider identityProvider;

    ProvisionAccounts(
            ProvisioningQueue queue,
            Departments departments,
            Officers officers,
            IdentityProvider identityProvider) {
        this.queue = queue;
        this.departments = departments;
        this.officers = officers;
        this.identityProvider = identityProvider;
    }

    /** Returns how many tasks were looked at. */
    @Transactional
    public int provision(Instant now, int limit) {
        List<ProvisioningTask> due = queue.due(now, limit);
        for (ProvisioningTask task : due) queue.save(attempt(task, now));
        return due.size();
    }

    /** Puts a failed or waiting task back to the front of the queue. */
    @Transactional
    public ProvisioningTask retry(ProvisioningTask task, Instant now) {
        ProvisioningTask again = task.again(now);
        queue.save(again);
        return again;
    }

    private ProvisioningTask attempt(ProvisioningTask task, Instant now) {
        if (!identityProvider.isConfigured()) {
            return task.waiting("no identity provider is configured", now);
        }
        try {
            switch (task.kind()) {
                case DEPARTMENT ->
                        identityProvider.provision(departments.find(task.key()).orElseThrow());
                case OFFICER -> identityProvider.provision(officers.find(task.key()).orElseThrow());
            }
            return task.done();
        } catch (IdentityProvider.Refused refused) {
            LOG.warn("{} {} is refused: {}", task.kind(), task.key(), refused.getMessage());
            return task.refused(String.valueOf(refused.getMessage()));
        } catch (RuntimeException failure) {
            LOG.warn("{} {} is tried again: {}", task.kind(), task.key(), failure.toString());
            return task.failedOnce(
                    failure.getClass().getSimpleName() + ": " + failure.getMessage(), now);
        }
    }
}
