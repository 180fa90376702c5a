package org.oneseal.catalog.packages;

import java.time.Instant;
import java.time.LocalDate;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets planned versions of packages take effect when their day begins in Asia/Shanghai. */
@Component
public class SwitchPackages {

    private static final int BATCH = 100;
    private static final Actor TIMER = Actor.system("planned-version");

    private final Packages packages;
    private final PackageDesk desk;

    SwitchPackages(Packages packages, PackageDesk desk) {
        this.packages = packages;
        this.desk = desk;
    }

    /** Switches a batch of the packages that are due; returns how many. */
    @Transactional
    public int switchDue(Instant now) {
        LocalDate today = ItemDesk.today(now);
        int done = 0;
        for (String code : packages.switchesDue(today, BATCH)) {
            ServicePackage found = desk.find(code);
            if (desk.store(found, TIMER, now, found.takeEffect(today))
                    instanceof PackageOutcome.Done) {
                done++;
            }
        }
        return done;
    }
}
