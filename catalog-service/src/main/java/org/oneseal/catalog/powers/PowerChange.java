package org.oneseal.catalog.powers;

import org.oneseal.catalog.items.ItemChange.Action;
import org.oneseal.catalog.reviewing.Review;

/** What happened to a power. */
public sealed interface PowerChange {

    /** The draft was begun, changed or thrown away. */
    record DraftEdited(Action action, String draftHash) implements PowerChange {}

    /** Somebody passed the draft or sent it back. */
    record Reviewed(Review review) implements PowerChange {}

    record Published(PowerVersion version) implements PowerChange {}

    record Suspended() implements PowerChange {}

    record Resumed() implements PowerChange {}

    /** It ends, today or on a planned day. */
    record Cancelled() implements PowerChange {}
}
