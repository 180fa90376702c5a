package org.oneseal.catalog.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.editing.ItemHistory;
import org.oneseal.catalog.items.Fingerprints;
import org.oneseal.catalog.items.ItemDesk;
import org.oneseal.catalog.items.ItemOutcome;
import org.oneseal.catalog.items.Verdict;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Signs a draft as fit to be published (审定), or sends it back with a reason (审核驳回). */
@Component
public class ReviewDraft {

    private final ItemDesk desk;
    private final ItemHistory history;
    private final Fingerprints fingerprints;
    private final PublishChecks checks;

    ReviewDraft(
            ItemDesk desk, ItemHistory history, Fingerprints fingerprints, PublishChecks checks) {
        this.desk = desk;
        this.history = history;
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
        boolean own = history.lastEditor(code).filter(actor.id()::equals).isPresent();
        Verdict verdict = new Verdict(passed, reason, actor.id(), own, now);
        return desk.change(
                code,
                expected,
                actor,
                now,
                item -> item.review(verdict, checks.of(item, ItemDesk.today(now)), fingerprints));
    }
}
