package org.oneseal.catalog.packages;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.reviewing.Reviewers;
import org.oneseal.catalog.reviewing.Verdict;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signs the draft of a package as fit to be published (审定), or sends it back with a reason (审核驳回).
 */
@Component
public class ReviewPackage {

    private final PackageDesk desk;
    private final Reviewers reviewers;
    private final PublishPackage publish;

    ReviewPackage(PackageDesk desk, Reviewers reviewers, PublishPackage publish) {
        this.desk = desk;
        this.reviewers = reviewers;
        this.publish = publish;
    }

    /**
     * Reviews, by the rules of today; publishing asks those of the day from which the version
     * counts.
     */
    @Transactional
    public PackageOutcome review(
            String code,
            long expected,
            boolean passed,
            @Nullable String reason,
            Actor actor,
            Instant now) {
        Verdict verdict = reviewers.verdict("package", code, passed, reason, actor, now);
        return desk.change(
                code, expected, actor, now, found -> publish.review(found, verdict, now));
    }
}
