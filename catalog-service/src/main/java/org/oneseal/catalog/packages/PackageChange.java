package org.oneseal.catalog.packages;

import org.oneseal.catalog.reviewing.Review;

/** What happened to a package. */
public sealed interface PackageChange {

    /** The draft was begun, changed or thrown away. */
    record DraftEdited(Action action, String draftHash) implements PackageChange {}

    /** Somebody passed the draft or sent it back. */
    record Reviewed(Review review) implements PackageChange {}

    record Published(PackageVersion version) implements PackageChange {}

    /**
     * The planned day of a version has come.
     *
     * @param supersedes number of the version that governed before, 0 for none
     */
    record TookEffect(PackageVersion version, int supersedes) implements PackageChange {}

    record Withdrawn(String reason) implements PackageChange {}

    /** What was done to the draft. */
    enum Action {
        DRAFTED,
        CHANGED,
        DISCARDED
    }
}
