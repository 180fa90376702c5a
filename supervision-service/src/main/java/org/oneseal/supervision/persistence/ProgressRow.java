package org.oneseal.supervision.persistence;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.supervision.supervising.Kept;
import org.oneseal.supervision.warning.Colour;

/** A row of {@code watch_progress}: what a card that is drawn changes of a watch. */
record ProgressRow(
        String id,
        String caseId,
        @Nullable Colour standing,
        @Nullable Colour nextColour,
        @Nullable Instant nextCrossingAt,
        @Nullable String heldFor,
        boolean stale) {

    static final List<String> COLUMNS = Rows.columns(ProgressRow.class);

    static ProgressRow of(Kept kept) {
        return new ProgressRow(
                kept.watch().id(),
                kept.watch().head().caseId(),
                kept.standing(),
                kept.nextColour(),
                kept.nextCrossingAt(),
                kept.heldFor(),
                kept.stale());
    }
}
