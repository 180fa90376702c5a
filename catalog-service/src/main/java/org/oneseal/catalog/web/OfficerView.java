package org.oneseal.catalog.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.departments.Officer;
import org.oneseal.catalog.departments.ProvisioningTask;

/** An officer and how far the account is. */
record OfficerView(
        String username,
        String name,
        String role,
        String department,
        String region,
        AccountView account) {

    /** The account at the identity provider. */
    record AccountView(
            ProvisioningTask.State state,
            @Nullable String reason,
            int attempts,
            Instant nextAttemptAt) {

        static AccountView of(ProvisioningTask task) {
            return new AccountView(
                    task.state(), task.reason(), task.attempts(), task.nextAttemptAt());
        }
    }

    static OfficerView of(Officer officer, ProvisioningTask account) {
        return new OfficerView(
                officer.username(),
                officer.name(),
                officer.role().realmName(),
                officer.department(),
                officer.region().value(),
                AccountView.of(account));
    }
}
