package org.oneseal.catalog.packages;

import java.time.Instant;
import java.util.function.Function;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.departments.Departments;
import org.oneseal.catalog.packages.PackageOutcome.Done;
import org.oneseal.platform.journal.Actor;
import org.oneseal.platform.journal.Chain;
import org.oneseal.platform.web.NotFound;
import org.oneseal.platform.web.StaleVersion;
import org.springframework.stereotype.Component;

/**
 * Where every change to a package passes: loads it, lets it answer, and on success stores it with
 * its history and announces the versions whose state is new.
 */
@Component
class PackageDesk {

    private final Packages packages;
    private final Departments departments;
    private final PackageAnnouncements announcements;
    private final PackageIndex index;

    PackageDesk(
            Packages packages,
            Departments departments,
            PackageAnnouncements announcements,
            PackageIndex index) {
        this.packages = packages;
        this.departments = departments;
        this.announcements = announcements;
        this.index = index;
    }

    /**
     * Does something to a package that is there.
     *
     * @throws NotFound if it is not
     * @throws StaleVersion if it is no longer at the version
     */
    PackageOutcome change(
            String code,
            long expected,
            Actor actor,
            Instant now,
            Function<ServicePackage, PackageOutcome> change) {
        ServicePackage found = find(code);
        if (found.version() != expected) throw new StaleVersion(code, expected);
        return store(found, actor, now, change.apply(found));
    }

    PackageOutcome store(ServicePackage before, Actor actor, Instant now, PackageOutcome outcome) {
        if (!(outcome instanceof Done(var changed, var change))) return outcome;
        Department department = departments.find(changed.department()).orElseThrow();
        ServicePackage told = changed.announcedSince(before);
        Chain chain = announcements.record(before, told, department, actor, change, now);
        ServicePackage stored = told.at(chain.sequence(), chain.head());
        if (before.version() == 0) packages.add(stored);
        else packages.save(stored, before.version());
        index.changed(stored);
        for (PackageVersion version : stored.versions()) {
            if (stored.isNews(before, version)) {
                announcements.state(stored, version, department, now);
            }
        }
        return new Done(stored, change);
    }

    ServicePackage find(String code) {
        return packages.find(code).orElseThrow(() -> new NotFound("package", code));
    }
}
