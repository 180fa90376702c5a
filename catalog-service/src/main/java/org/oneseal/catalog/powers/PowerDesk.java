package org.oneseal.catalog.powers;

import java.time.Instant;
import java.util.function.Function;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.powers.PowerOutcome.Done;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;

/** Where every change to a power passes: loads it, lets it answer, stores it with its history. */
@Component
class PowerDesk {

    private final Powers powers;
    private final Departments departments;
    private final PowerAnnouncements announcements;

    PowerDesk(Powers powers, Departments departments, PowerAnnouncements announcements) {
        this.powers = powers;
        this.departments = departments;
        this.announcements = announcements;
    }

    /**
     * Does something to a power that is there.
     *
     * @throws NotFound if it is not
     * @throws StaleVersion if it is no longer at the version
     */
    PowerOutcome change(
            String code,
            long expected,
            Actor actor,
            Instant now,
            Function<Power, PowerOutcome> change) {
        Power power = find(code);
        if (power.version() != expected) throw new StaleVersion(code, expected);
        return store(power, actor, now, change.apply(power));
    }

    PowerOutcome store(Power before, Actor actor, Instant now, PowerOutcome outcome) {
        if (!(outcome instanceof Done(var changed, var change))) return outcome;
        Chain chain =
                announcements.record(before, changed, department(changed), actor, change, now);
        Power stored = changed.at(chain.sequence(), chain.head());
        if (before.version() == 0) powers.add(stored);
        else powers.save(stored, before.version());
        return new Done(stored, change);
    }

    Power find(String code) {
        return powers.find(code).orElseThrow(() -> new NotFound("power", code));
    }

    Department department(Power of) {
        return departments
                .find(of.department())
                .orElseThrow(() -> new IllegalStateException("no department " + of.department()));
    }
}
