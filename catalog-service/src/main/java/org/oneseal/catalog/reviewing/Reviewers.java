package org.oneseal.catalog.reviewing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.oneseal.platform.journal.Actor;
import org.springframework.stereotype.Component;

/** Knows whether whoever reviews a draft has written it. */
@Component
public class Reviewers {

    private final DraftEditors editors;

    Reviewers(DraftEditors editors) {
        this.editors = editors;
    }

    /**
     * What an actor says of a draft.
     *
     * @param kind of thing, such as {@code item} or {@code package}
     * @param reason why; must be there where the draft does not pass
     */
    public Verdict verdict(
            String kind,
            String code,
            boolean passed,
            @Nullable String reason,
            Actor actor,
            Instant now) {
        boolean own = editors.lastOf(kind, code).filter(actor.id()::equals).isPresent();
        return new Verdict(passed, reason, actor.id(), own, now);
    }
}
