package org.oneseal.catalog.items;

import org.oneseal.catalog.reviewing.Review;

/** What happened to an item. */
public sealed interface ItemChange {

    /** The draft was begun, changed or thrown away. */
    record DraftEdited(Action action, Origin origin, String draftHash) implements ItemChange {}

    /** Somebody passed the draft or sent it back. */
    record Reviewed(Review review) implements ItemChange {}

    record Published(ItemVersion version) implements ItemChange {}

    /**
     * The planned day of a version has come.
     *
     * @param supersedes number of the version that governed before, 0 for none
     */
    record TookEffect(ItemVersion version, int supersedes) implements ItemChange {}

    record Suspended(String reason) implements ItemChange {}

    record Resumed() implements ItemChange {}

    /** A day was set from which nothing is taken in; {@link Cancelled} follows on that day. */
    record CancellationPlanned(String reason) implements ItemChange {}

    record Cancelled(String reason) implements ItemChange {}

    /** What was done to the draft. */
    enum Action {
        DRAFTED,
        CHANGED,
        DISCARDED
    }

    /** Whether a person typed it or a list brought it. */
    enum Origin {
        EDITOR,
        IMPORT
    }
}
