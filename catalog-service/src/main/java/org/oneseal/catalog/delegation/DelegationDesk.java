package org.oneseal.catalog.delegation;

import java.time.Instant;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.springframework.stereotype.Component;

/** Stores what became of an act together with its evidence. */
@Component
class DelegationDesk {

    private final Delegations delegations;
    private final Departments departments;
    private final DelegationAnnouncements announcements;

    DelegationDesk(
            Delegations delegations,
            Departments departments,
            DelegationAnnouncements announcements) {
        this.delegations = delegations;
        this.departments = departments;
        this.announcements = announcements;
    }

    Delegation store(Delegation changed, Actor actor, DelegationChange change, Instant now) {
        Department receiver =
                departments
                        .find(changed.receiver())
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "no department " + changed.receiver()));
        Chain chain = announcements.record(changed, receiver, actor, change, now);
        Delegation stored = changed.at(chain.sequence(), chain.head());
        delegations.save(stored, changed.version());
        return stored;
    }
}
