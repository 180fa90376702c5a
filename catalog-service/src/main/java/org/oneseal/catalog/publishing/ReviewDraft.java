package org.oneseal.catalog.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.Fingerprints;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.reviewing.Reviewers;
import org.oneseal.catalog.reviewing.Verdict;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs a draft as fit to be published (审定), or sends it back with a reason (审核驳回). */
@Component
public class ReviewDraft {

    private final ItemDesk desk;
    private final Reviewers reviewers;
    private final Fingerprints fingerprints;
    private final PublishChecks checks;

    ReviewDraft(
            ItemDesk desk, Reviewers reviewers, Fingerprints fingerprints, PublishChecks checks) {
        this.desk = desk;
        this.reviewers = reviewers;
        this.fingerprints = fingerprints;
        this.checks = checks;
    }

    /**
     * Reviews, by the rules of today; publishing asks those of the day from which the version
     * counts.
     */
    @Transactional
    public ItemOutcome review(
            String code,
            long expected,
            boolean passed,
            @Nullable String reason,
            Actor actor,
            Instant now) {
        Verdict verdict = reviewers.verdict("item", code, passed, reason, actor, now);
        return desk.change(
                code,
                expected,
                actor,
                now,
                item -> item.review(verdict, checks.of(item, ItemDesk.today(now)), fingerprints));
    }
}
