package org.oneseal.catalog.powers;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.reviewing.Reviewers;
import org.oneseal.catalog.reviewing.Verdict;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs the draft of a power as fit to be published (审定), or sends it back with a reason. */
@Component
public class ReviewPower {

    private final PowerDesk desk;
    private final CheckPower checks;
    private final Reviewers reviewers;
    private final PowerDigests digests;

    ReviewPower(PowerDesk desk, CheckPower checks, Reviewers reviewers, PowerDigests digests) {
        this.desk = desk;
        this.checks = checks;
        this.reviewers = reviewers;
        this.digests = digests;
    }

    /** Reviews, by the rules of today. */
    @Transactional
    public PowerOutcome review(
            String code,
            long expected,
            boolean passed,
            @Nullable String reason,
            Actor actor,
            Instant now) {
        Verdict verdict =
                reviewers.verdict("power", Power.evidence(code), passed, reason, actor, now);
        LocalDate today = ItemDesk.today(now);
        return desk.change(
                code,
                expected,
                actor,
                now,
                power -> power.review(verdict, checks.check(power, today), digests, today));
    }
}
