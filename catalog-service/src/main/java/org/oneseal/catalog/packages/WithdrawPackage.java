package org.oneseal.catalog.packages;

import java.time.Instant;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends a package for ever; its items can still be applied for one by one. */
@Component
public class WithdrawPackage {

    private final PackageDesk desk;

    WithdrawPackage(PackageDesk desk) {
        this.desk = desk;
    }

    @Transactional
    public PackageOutcome withdraw(
            String code, long expected, String reason, Actor actor, Instant now) {
        return desk.change(code, expected, actor, now, p -> p.withdraw(reason));
    }
}
